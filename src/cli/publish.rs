//! `publish`: builds the site, and says which hosts can take it and what is still to be done for them.

use std::path::Path;

use serde::Serialize;

use super::build_args::{Build, Check};
use super::console::Console;
use super::outcome::Outcome;
use super::shell_args::Publish;
use super::site;
use crate::build::SiteOutlook;
use crate::disk::{self, SiteSize};
use crate::message::{Language, Message, message};
use crate::project::{Host, HostLimits};

pub(super) fn publish(console: &Console, content: &Path, options: Publish) -> anyhow::Result<Outcome> {
    let Publish { output, check, host, json } = options;
    let made = match check {
        true => site::check(console, content, Check::default())?,
        false => site::build(console, content, Build::into(output.clone()))?,
    };
    if made != Outcome::Good {
        return Ok(made);
    }
    if !disk::is_dir(&output) {
        let output = output.display();
        return Err(message!(
            "{output} is not there yet: `gongdu publish` without --check builds it",
            "还没有 {output}：不加 --check 的 `gongdu publish` 会生成它"
        )
        .into());
    }
    let asked = host.as_deref().and_then(Host::named);
    let answer = SiteAnswer::of(content, &output, asked)?;
    if json {
        console.print(&answer.json()?)?;
    } else {
        answer.lines(&output).iter().for_each(|line| console.say(line));
    }
    // A site that the host asked for cannot take is no fault of the text; a program that uploads it must stop all the same.
    Ok(if asked.is_some() && answer.hosts.iter().any(|own| !own.too_much.is_empty()) {
        Outcome::Faulty
    } else {
        Outcome::Good
    })
}

/// What there is, and what each host makes of it.
struct SiteAnswer {
    size: SiteSize,
    /// The address that the site will have; empty when nobody has written it.
    address: String,
    /// The reports that stay out as drafts.
    drafts: Vec<String>,
    hosts: Vec<HostAnswer>,
}

/// Whether a host takes the site, and if not, of what there is too much.
struct HostAnswer {
    host: Host,
    too_much: Vec<Message>,
}

impl SiteAnswer {
    fn of(content: &Path, output: &Path, asked: Option<Host>) -> anyhow::Result<SiteAnswer> {
        let size = SiteSize::of(output)?;
        let hosts = Host::all().filter(|host| asked.is_none_or(|asked| asked == *host));
        let hosts = hosts.map(|host| HostAnswer { host, too_much: too_much(host, &size) }).collect();
        let SiteOutlook { address, drafts } = SiteOutlook::of(content)?;
        Ok(SiteAnswer { size, address, drafts, hosts })
    }

    /// For a person: what there is, what is missing for every host, then host by host.
    fn lines(&self, output: &Path) -> Vec<Message> {
        let (largest, bytes) = &self.size.largest;
        let mut lines = vec![message!(
            "{output}/: {files}, {size}; the largest is {largest} ({bytes})",
            "{output}/：{files}，{size}；最大的是 {largest}（{bytes}）",
            output = output.display(),
            files = Message::counted(self.size.files, "file", "个文件"),
            size = amount(self.size.bytes),
            largest = largest,
            bytes = amount(*bytes),
        )];
        lines.push(match self.address.as_str() {
            "" => message!(
                "the address is not written: fill in base_url in site.toml, else the site has no sitemap, its feed and shared pictures no address, and its 404 page no links",
                "还没有写网址：在 site.toml 里填 base_url；不填，就没有网站地图，订阅和分享的图没有网址，404 页上没有链接"
            ),
            address => message!("its address will be {address}", "网址是 {address}", address = address),
        });
        if !self.drafts.is_empty() {
            lines.push(message!(
                "drafts, left out: {ids}",
                "草稿，不在里面：{ids}",
                ids = Message::listed(&self.drafts)
            ));
        }
        lines.extend(self.hosts.iter().map(HostAnswer::line));
        if self.hosts.len() > 1 {
            lines.push(message!(
                "a server of your own and object storage have no limit but their disk; how to set up each: docs/en/publishing.md",
                "自己的服务器和对象存储，只看硬盘有多大；每一种怎么设：docs/zh/publishing.md"
            ));
        }
        lines
    }

    fn json(&self) -> anyhow::Result<String> {
        let hosts = self.hosts.iter().map(HostAnswer::json).collect();
        let (path, bytes) = &self.size.largest;
        let document = PublishJson {
            files: self.size.files,
            bytes: self.size.bytes,
            largest: LargestJson { path, bytes: *bytes },
            base_url: &self.address,
            drafts: &self.drafts,
            hosts,
        };
        Ok(serde_json::to_string_pretty(&document)? + "\n")
    }
}

impl HostAnswer {
    fn line(&self) -> Message {
        let (name, next) = (self.host.title(), self.host.once());
        let Some(fits) = self.fits() else {
            return message!(
                "{name}: gongdu knows no limit of it, look at its documents; {next}",
                "{name}：它的上限 gongdu 不知道，请看它的说明；{next}",
                name = name,
                next = next
            );
        };
        if fits {
            return message!("{name}: it fits; {next}", "{name}：放得下；{next}", name = name, next = next);
        }
        let what = Message::joined(self.too_much.iter().cloned(), "; ", "；");
        message!("{name}: it does not fit: {what}", "{name}：放不下：{what}", name = name, what = what)
    }

    /// Whether the site fits; nothing where no limit of the host is known.
    fn fits(&self) -> Option<bool> {
        (self.host.limits() != HostLimits::default()).then_some(self.too_much.is_empty())
    }

    fn json(&self) -> HostJson {
        let english = |words: &Message| words.said_in(Language::English).to_owned();
        HostJson { host: self.host.name(), fits: self.fits(), too_much: self.too_much.iter().map(english).collect() }
    }
}

/// Of what a site has too much for a host.
fn too_much(host: Host, size: &SiteSize) -> Vec<Message> {
    let limits = host.limits();
    let entries = size.files + if limits.counts_folders { size.folders } else { 0 };
    let over = |is: u64, most: Option<u64>| most.filter(|most| is > *most);
    let files = limits.files.filter(|most| entries > *most).map(|most| {
        message!("{is} files, it takes {most}", "有 {is} 个文件，它最多收 {most} 个", is = entries, most = most)
    });
    let bytes = over(size.bytes, limits.bytes).map(|most| {
        message!("{is}, it takes {most}", "有 {is}，它最多收 {most}", is = amount(size.bytes), most = amount(most))
    });
    let (path, largest) = &size.largest;
    let file = over(*largest, limits.file_bytes).map(|most| {
        message!(
            "{path} has {is}, it takes {most} a file",
            "{path} 有 {is}，它一个文件最多收 {most}",
            path = path,
            is = amount(*largest),
            most = amount(most)
        )
    });
    [files, bytes, file].into_iter().flatten().collect()
}

/// Bytes in the unit in which people count them.
fn amount(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB")];
    match UNITS.iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) => format!("{:.1} {name}", bytes as f64 / *unit as f64),
        None => format!("{bytes} B"),
    }
}

#[derive(Serialize)]
struct PublishJson<'a> {
    files: usize,
    bytes: u64,
    largest: LargestJson<'a>,
    base_url: &'a str,
    drafts: &'a [String],
    hosts: Vec<HostJson>,
}

#[derive(Serialize)]
struct LargestJson<'a> {
    path: &'a str,
    bytes: u64,
}

#[derive(Serialize)]
struct HostJson {
    host: &'static str,
    /// `null` where no limit of the host is known.
    fits: Option<bool>,
    too_much: Vec<String>,
}
