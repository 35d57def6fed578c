//! Reports that are made up of every masthead, system of marks and form of glossary, which must come back as they were made. Real
//! ones are read by the test program `rules`.

use std::fmt::Write as _;

use gongdu::import::import_opened;
use gongdu::report::{self, Block, Opened, is_blank};
use proptest::prelude::*;

/// Every character of the source stands in exactly one part, in order.
#[track_caller]
fn assert_faithful(opened: &Opened) {
    let printed = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let report = report::read_opened(opened).value;
    let pieces: String = report.pieces().iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(printed(&pieces), printed(opened.source.text()));
}

/// A masthead: its lines, and what it says (meeting, office, speaker; all in the year 2024 in 青禾市).
#[derive(Clone, Debug)]
struct Front {
    lines: &'static str,
    office: &'static str,
}

const FRONTS: [Front; 9] = [
    Front {
        lines: "政 府 工 作 报 告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾",
        office: "市长",
    },
    Front {
        lines: "2024年青禾市政府工作报告\n----2024年1月8日在青禾市\n第三届人民代表大会第二次会议上\n青禾市人民政府代市长 林小禾",
        office: "青禾市人民政府代市长",
    },
    Front {
        lines: "政府工作报告\n（二〇二四年一月八日在青禾市第三届人民代表大会第二次会议上）\n市长　林　小　禾",
        office: "市长",
    },
    Front {
        lines: "政府工作报告（2024年1月8日在青禾市第三届人民代表大会第二次会议上）\n代理市长：林小禾",
        office: "代理市长",
    },
    Front {
        lines: "青禾市2024年政府工作报告\n来源：青禾日报\n２０２４年１月８日在青禾市第三届人民代表大会第二次会议上\n市长\n林小禾",
        office: "市长",
    },
    Front {
        lines: "首页\n下载\n政府工作报告\n2024年1月8日在青禾市第三届人民代表大会第二次会议上青禾市人民政府市长林小禾作政府工作报告。",
        office: "青禾市人民政府市长",
    },
    Front {
        lines: "政府工作报告\n―― 2024 年 1 月 8 日在青禾市第三届人民代表大会第二次会议上\n青禾市人民政府市长林小禾",
        office: "青禾市人民政府市长",
    },
    Front {
        lines: "市长信箱\n一图读懂政府工作报告\n2024年青禾市\n政府工作报告\n（二〇二四年元月八日）\n在青禾市第三届人民代表大会第二次会议\n上\n作者：市长　林小禾",
        office: "市长",
    },
    Front {
        lines: "《政府工作报告》\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上　市长\n林小禾",
        office: "市长",
    },
];

/// A system of marks: how a part's heading and a section's heading are printed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum System {
    /// `一、` above `（一）` on a line of its own.
    CommaBracket,
    /// `一、` above `（一）` that opens its paragraph.
    CommaRunIn,
    /// Bare lines above `一、`.
    BareComma,
    /// `一、` above `1.`
    CommaDigit,
    /// `第一部分` above `一、`
    PartComma,
}

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
const PARTS: [&str; 3] = ["2023年工作回顾", "2024年重点工作安排", "切实加强政府自身建设"];
const SECTIONS: [&str; 6] =
    ["着力稳定增长", "着力改善民生", "加快产业升级", "扩大有效投资", "推进乡村振兴", "深化改革开放"];
const BODY: &str = "坚持把发展作为第一要务，统筹推进各项工作，全年完成投资三十亿元，实现了全年目标。又办成一批实事，让群众有了更多获得感。";

impl System {
    /// The report's outline as text, and as it must come back: level, number and words, whether it opens a paragraph.
    fn text(self, sections: &[usize]) -> (String, Vec<(u8, String, bool)>) {
        let mut text = String::new();
        let mut expect = Vec::new();
        for (part, (name, count)) in PARTS.iter().zip(sections).enumerate() {
            let heading = match self {
                System::BareComma => (*name).to_owned(),
                System::PartComma => format!("第{}部分 {name}", NUMERALS[part]),
                _ => format!("{}、{name}", NUMERALS[part]),
            };
            let _ = writeln!(text, "{heading}\n{BODY}");
            expect.push((1, heading.replace(' ', ""), false));
            for section in 0..*count {
                let name = SECTIONS[section];
                let numeral = NUMERALS[section];
                let run_in = self == System::CommaRunIn;
                let heading = match self {
                    System::CommaBracket => format!("（{numeral}）{name}"),
                    System::CommaRunIn => format!("（{numeral}）{name}。"),
                    System::BareComma | System::PartComma => format!("{numeral}、{name}"),
                    System::CommaDigit => format!("{}．{name}", section + 1),
                };
                let _ = writeln!(text, "{heading}{}{BODY}", if run_in { "" } else { "\n" });
                expect.push((2, heading, run_in));
            }
        }
        (text, expect)
    }
}

/// How a glossary is printed: its heading, and a mark for each number.
#[derive(Clone, Copy, Debug)]
struct Glossary {
    heading: &'static str,
    mark: fn(usize) -> String,
    /// What stands between term and definition.
    separator: &'static str,
}

fn wide(number: usize) -> String {
    number.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect()
}

const GLOSSARIES: [Glossary; 10] = [
    Glossary { heading: "名 词 解 释", mark: |n| format!("{n}．"), separator: "：" },
    Glossary {
        heading: "附件\n《政府工作报告》有关内容名词注释", mark: |n| format!("{n}."), separator: "：\n"
    },
    Glossary { heading: "附件2 名词解释", mark: |n| format!("［{n}］"), separator: "：\n" },
    Glossary { heading: "注释：", mark: |n| format!("{}、", wide(n)), separator: "：是指" },
    Glossary { heading: "附注：", mark: |n| format!("{n}、"), separator: ":" },
    Glossary { heading: "有关用语说明", mark: |n| format!("（{n}）"), separator: "：" },
    Glossary {
        heading: "名词解释",
        mark: |n| char::from_u32(0x2460 + n as u32 - 1).unwrap().to_string(),
        separator: "：",
    },
    Glossary {
        heading: "附件\n政府工作报告\n（名词解释）",
        mark: |n| format!("{}、", NUMERALS[n - 1]),
        separator: "：",
    },
    Glossary { heading: "名词解释\n序号\t名词\t解释", mark: |n| format!("{n}\t"), separator: "\t" },
    Glossary { heading: "名词解释\n（按出现先后排列）", mark: |n| format!("{n}\n"), separator: "\n" },
];

const TERMS: [&str; 6] =
    ["“两新”政策", "6个重大专项", "四好农村路", "1+5+N体系", "专精特新“小巨人”企业", "碳达峰碳中和"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_report_comes_back_as_it_was_made(
        front in prop::sample::select(FRONTS.to_vec()),
        system in prop::sample::select(vec![
            System::CommaBracket, System::CommaRunIn, System::BareComma, System::CommaDigit, System::PartComma,
        ]),
        sections in prop::collection::vec(2usize..=6, 3),
        glossary in prop::option::of(prop::sample::select(GLOSSARIES.to_vec())),
        terms in 2usize..=6,
        end in prop::sample::select(vec!["\n", "\r\n"]),
        indent in prop::sample::select(vec!["", "\u{3000}\u{3000}", "    ", "\u{a0}\u{a0}"]),
        blank in any::<bool>(),
    ) {
        let (body, outline) = system.text(&sections);
        let mut text = format!(
            "{}\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n{body}\
             各位代表！让我们更加紧密地团结起来，落实{}，为建设现代化青禾而努力奋斗，谱写新的篇章！\n",
            front.lines,
            TERMS.join("，落实"),
        );
        if let Some(glossary) = glossary {
            let _ = writeln!(text, "{}", glossary.heading);
            for (term, number) in TERMS.iter().take(terms).zip(1..) {
                let _ = writeln!(text, "{}{term}{}这一条的解释写在这里。", (glossary.mark)(number), glossary.separator);
            }
        }
        let gap = if blank { format!("{end}{end}") } else { end.to_owned() };
        let text: Vec<String> = text.lines().map(|line| format!("{indent}{line}")).collect();
        let opened = report::open("a.txt", text.join(&gap).as_bytes()).value;
        assert_faithful(&opened);
        let imported = import_opened(&opened).value;
        let masthead = &imported.report.masthead;
        prop_assert_eq!(masthead.place.as_deref(), Some("青禾市"));
        prop_assert_eq!(masthead.year, Some(2024));
        prop_assert_eq!(masthead.date.as_deref(), Some("2024-01-08"));
        prop_assert_eq!(masthead.meeting.as_deref(), Some("青禾市第三届人民代表大会第二次会议"));
        prop_assert_eq!(masthead.office.as_deref(), Some(front.office));
        prop_assert_eq!(masthead.speaker.as_deref(), Some("林小禾"));
        let found: Vec<(u8, String, bool)> = imported
            .report
            .body
            .iter()
            .filter_map(|block| match block {
                Block::Heading(heading) => {
                    let words = format!("{}{}", heading.number, heading.text).replace(' ', "");
                    Some((heading.level, words, heading.run_in))
                }
                Block::Paragraph(_) => None,
            })
            .collect();
        prop_assert_eq!(found, outline);
        let read: Vec<(u32, &str)> =
            imported.entries.iter().map(|entry| (entry.number, entry.term.as_str())).collect();
        let due: Vec<(u32, &str)> =
            if glossary.is_some() { (1..).zip(TERMS.iter().copied()).take(terms).collect() } else { Vec::new() };
        prop_assert_eq!(read, due);
    }
}
