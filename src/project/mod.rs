//! What the folder of a new site begins with. Knows no reports, and writes nothing.

mod host;
mod host_limits;

pub use host::Host;
pub use host_limits::HostLimits;

use crate::content::{FirstSettings, NewFile};
use crate::message::Language;

/// What the folder may hold already: a repository without files, and the notes that systems leave.
const BYSTANDERS: [&str; 4] = [".git", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// A site that is to be begun.
#[derive(Clone, Debug)]
pub struct Project {
    /// What is known of it.
    pub settings: FirstSettings,
    /// Where it will be published, if the files of a host are wanted.
    pub host: Option<Host>,
}

impl Project {
    /// The files of its folder; what is said in them to people is in `language`.
    pub fn files(&self, language: Language) -> Vec<NewFile> {
        let mut files = vec![
            file("content/site.toml", self.settings.text(language)),
            file("README.md", self.readme(language)),
            file(
                ".gitattributes",
                include_str!("gitattributes").to_owned() + self.host.map_or("", |_| Host::attributes()),
            ),
            file(
                ".gitignore",
                include_str!("gitignore").to_owned() + self.host.map_or("/public/\n", |_| Host::ignored()),
            ),
        ];
        files.extend(self.host.map(|host| host.file(language)));
        files
    }

    fn readme(&self, language: Language) -> String {
        let readme = match language {
            Language::Chinese => include_str!("readme.zh.md"),
            Language::English => include_str!("readme.en.md"),
        };
        readme.replace("{title}", &self.settings.title)
            + &self.host.map_or_else(String::new, |host| host.readme(language))
    }
}

/// Those of the names that stand in the way of a new project.
pub fn in_the_way(names: Vec<String>) -> Vec<String> {
    names.into_iter().filter(|name| !BYSTANDERS.contains(&name.as_str())).collect()
}

fn file(path: &str, text: String) -> NewFile {
    NewFile { path: path.to_owned(), bytes: text.into_bytes() }
}
