//! What hosts take at most, as their documents say. Knows no site.

use super::host::Host;

/// The most that a host takes of one site; nothing where its documents name no number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HostLimits {
    /// Bytes of all files together.
    pub bytes: Option<u64>,
    /// Files.
    pub files: Option<usize>,
    /// Whether folders are counted among the files.
    pub counts_folders: bool,
    /// Bytes of one file.
    pub file_bytes: Option<u64>,
}

const GB: u64 = 1_000_000_000;
const MIB: u64 = 1 << 20;

impl Host {
    /// What the host takes at most.
    ///
    /// Sources: "GitHub Pages limits" (docs.github.com: 1 GB a site); "GitLab Pages" (docs.gitlab.com: 1 GB and 200,000 entries with
    /// folders on GitLab.com); "Limits" of Cloudflare Pages (developers.cloudflare.com: 20,000 files, 25 MiB a file).
    pub fn limits(self) -> HostLimits {
        match self {
            Host::GithubPages => HostLimits { bytes: Some(GB), ..HostLimits::default() },
            Host::GitlabPages => {
                HostLimits { bytes: Some(GB), files: Some(200_000), counts_folders: true, ..HostLimits::default() }
            }
            Host::CloudflarePages => {
                HostLimits { files: Some(20_000), file_bytes: Some(25 * MIB), ..HostLimits::default() }
            }
            Host::Netlify | Host::Vercel => HostLimits::default(),
        }
    }
}
