//! What is said of the links that were asked: of each that does not answer, of what has moved, of what was not asked.

use std::collections::BTreeMap;

use super::ask_limits::AskLimits;
use super::link_state::{LinkState, NotAsked};
use super::no_reply::NoReply;
use super::visit::Visit;
use super::web_address::WebAddress;
use crate::content::OutsideLink;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::message::{Message, message};

/// So many further places of one link are named.
const PLACES: usize = 5;

/// What is said of the link that stands in these places, the first one before all; `None` where it answers.
pub(super) fn of_link(places: &[OutsideLink], visit: &Visit) -> Option<Diagnostic> {
    let (first, others) = places.split_first()?;
    let mut found = of_state(&first.address, visit)?.located(first.location.clone());
    if let Some(led_to) = visit.led_to.as_ref().filter(|_| !matches!(visit.state, LinkState::Moved(_))) {
        found = found.with_note(message!("it led to: {led_to}", "它转到了：{led_to}", led_to = led_to));
    }
    for OutsideLink { location: Location { file, place, .. }, .. } in others.iter().take(PLACES) {
        let (line, column) = (place.line, place.column);
        found = found.with_note(message!("also: {file}:{line}:{column}", "另见：{file}:{line}:{column}"));
    }
    if let Some(more) = others.len().checked_sub(PLACES).filter(|more| *more > 0) {
        found = found.with_note(message!("it stands in {more} more places", "还有 {more} 处"));
    }
    Some(found)
}

fn of_state(address: &str, visit: &Visit) -> Option<Diagnostic> {
    let gone = |why: Message| {
        let message =
            message!("`{address}` leads nowhere: {why}", "`{address}` 打不开了：{why}", address = address, why = why);
        Diagnostic::warning(Code::LINK_GONE, message).with_help(message!(
            "write the address where it stands now, or take the link out",
            "改成现在的网址，或者去掉这个链接"
        ))
    };
    let unanswered = |why: &Message| {
        let message =
            message!("`{address}` did not answer: {why}", "`{address}` 没有回应：{why}", address = address, why = why);
        Diagnostic::warning(Code::LINK_UNANSWERED, message).with_help(message!(
            "that may pass: check again on another day, and open it in a browser before you change anything",
            "可能只是一时的：改之前，过一天再查一次，也在浏览器里打开看看"
        ))
    };
    Some(match &visit.state {
        LinkState::Good | LinkState::NotAsked(_) => return None,
        LinkState::Moved(to) => moved(address, to),
        LinkState::Gone(status) => {
            gone(message!("the server has no such page ({status})", "网站上没有这一页（{status}）"))
        }
        LinkState::NoAddress => gone(message!("it is no address", "这不是网址")),
        LinkState::NoReply(NoReply::UnknownName) => gone(message!("there is no host of this name", "没有这个域名")),
        LinkState::Astray(to) => {
            gone(message!("it leads on to what is no page, 「{to}」", "它转到的不是网页，「{to}」"))
        }
        LinkState::Troubled(status) => unanswered(&message!(
            "the server has trouble or too much to do ({status})",
            "网站出了毛病，或者太忙（{status}）"
        )),
        LinkState::Refused(status) => {
            unanswered(&message!("the server turns programs away ({status})", "网站不接待程序（{status}）"))
        }
        LinkState::Endless(most) => unanswered(&message!("it led on more than {most} times", "转了 {most} 次还没有到")),
        LinkState::NoReply(NoReply::Unreached(why) | NoReply::Late(why) | NoReply::Broken(why)) => unanswered(why),
        LinkState::NoReply(NoReply::Local(place)) => {
            let message = message!(
                "`{address}` leads into a network near this machine ({place}), which is not asked",
                "`{address}` 通到这台机器附近的网络（{place}），不去问"
            );
            Diagnostic::warning(Code::LINK_LOCAL, message).with_help(message!(
                "readers elsewhere cannot follow it: write an address that all can reach; to ask it all the same, use --allow-local",
                "别处的读者打不开：改成谁都打得开的网址；一定要问，用 --allow-local"
            ))
        }
    })
}

fn moved(address: &str, to: &WebAddress) -> Diagnostic {
    let is_secured = WebAddress::parse(address).is_some_and(|own| to.secures(&own));
    let message = match is_secured {
        true => message!("`{address}` answers only by leading on to https://", "`{address}` 只是转到 https://"),
        false => message!("`{address}` has moved for good to `{to}`", "`{address}` 已经永久搬到 `{to}`"),
    };
    Diagnostic::note(Code::LINK_MOVED, message).with_help(message!("write `{to}`", "改成 `{to}`", to = to))
}

/// What is said when nobody at all was reached; `None` when somebody was, or nobody was tried.
pub(super) fn of_network(addresses: &[Option<WebAddress>], visits: &[Visit]) -> Option<Diagnostic> {
    let tried: Vec<(&WebAddress, bool)> = addresses
        .iter()
        .zip(visits)
        .filter_map(|(address, visit)| Some((address.as_ref()?, visit.state.reached()?)))
        .collect();
    if tried.is_empty() || tried.iter().any(|(_, reached)| *reached) {
        return None;
    }
    let mut hosts: Vec<&str> = tried.iter().map(|(address, _)| address.host()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    let message = message!(
        "nobody was reached, at {hosts}: nothing is known of any link",
        "一台主机也连不上（试了 {hosts}）：链接好不好，都不知道",
        hosts = Message::counted(hosts.len(), "host", "台主机")
    );
    let tried = message!("tried: {hosts}", "试过：{hosts}", hosts = Message::listed(hosts.iter().take(PLACES)));
    Some(Diagnostic::warning(Code::NO_NETWORK, message).with_note(tried).with_help(message!(
        "see whether this machine has a network (a proxy is not used), and check again",
        "看看这台机器有没有连上网络（不经过代理服务器），再查一次"
    )))
}

/// What is said of the links that were not asked, all together.
pub(super) fn of_not_asked(visits: &[Visit], limits: &AskLimits) -> Option<Diagnostic> {
    let mut counts: BTreeMap<NotAsked, usize> = BTreeMap::new();
    for visit in visits {
        if let LinkState::NotAsked(why) = visit.state {
            *counts.entry(why).or_default() += 1;
        }
    }
    let count = counts.values().sum::<usize>();
    let message = message!("not asked: {links}", "没有问：{links}", links = Message::counted(count, "link", "个链接"));
    let note = |(why, count): (&NotAsked, &usize)| {
        message!("{count}: {why}", "{count} 个：{why}", count = count, why = reason(*why, limits))
    };
    let found = counts.iter().map(note).fold(Diagnostic::note(Code::LINKS_NOT_ASKED, message), Diagnostic::with_note);
    (count > 0).then(|| {
        found.with_help(message!(
            "ask more with --most-links, or for longer with --most-minutes",
            "要多问些，用 --most-links；要多问一会儿，用 --most-minutes"
        ))
    })
}

fn reason(why: NotAsked, limits: &AskLimits) -> Message {
    match why {
        NotAsked::EnoughLinks => {
            message!("more than {most} links in all", "一共超过 {most} 个链接", most = limits.links)
        }
        NotAsked::EnoughOfHost => {
            message!("more than {most} links of one host", "一台主机超过 {most} 个链接", most = limits.links_per_host)
        }
        NotAsked::TimeIsUp => {
            let minutes = usize::try_from(limits.run.as_secs().div_ceil(60)).unwrap_or(usize::MAX);
            let minutes = Message::counted(minutes, "minute", "分钟");
            message!("{minutes} were over", "{minutes}到了", minutes = minutes)
        }
        NotAsked::SilentHost => message!(
            "their host had not answered {times} times in a row",
            "它们的主机已经连着 {times} 次没有回应",
            times = limits.silences
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn what_only_leads_on_to_https_is_told_otherwise_than_what_moved() {
        let said = |own: &str, to: &str| {
            let found = moved(own, &WebAddress::parse(to).unwrap());
            [found.message, found.help.unwrap()].map(|message| message.said_in(Language::English).to_owned())
        };
        assert_eq!(
            said("http://a.example/报告", "https://a.example/%E6%8A%A5%E5%91%8A"),
            [
                "`http://a.example/报告` answers only by leading on to https://",
                "write `https://a.example/%E6%8A%A5%E5%91%8A`",
            ]
        );
        let [moved, _] = said("http://a.example/b", "https://b.example/b");
        assert_eq!(moved, "`http://a.example/b` has moved for good to `https://b.example/b`");
    }
}
