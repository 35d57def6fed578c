//! Rows for the table of topics: what a sentence belongs to, and what is told of a table that an operator lays over.

use std::collections::BTreeSet;

use super::{TopicFinder, TopicTable, Wording};
use crate::diagnostic::Checked;
use crate::message::Language;
use crate::text::Source;

/// The topics of a sentence, each with its words.
#[track_caller]
fn check(sentence: &str, expect: &[(&str, &[&str])]) {
    let table = TopicTable::embedded();
    let found = TopicFinder::new(&table).topics_of(sentence).into_iter().map(|(topic, hits)| {
        (table.topics[topic].name.clone(), hits.into_iter().map(|hit| hit.of(sentence)).collect::<Vec<_>>())
    });
    let found: Vec<(String, Vec<&str>)> = found.collect();
    let expect: Vec<_> = expect.iter().map(|(topic, words)| ((*topic).to_owned(), words.to_vec())).collect();
    assert_eq!(found, expect, "{sentence}");
}

#[test]
fn a_sentence_belongs_to_the_topics_whose_words_it_holds() {
    check("新增医养结合机构20家、护理床位500张。", &[("养老", &["医养", "护理床位"]), ("看病", &["医养"])]);
    check("新建小学2所，增加学位3000个。", &[("上学", &["小学", "学位"])]);
    check("新建農村公路20公里。", &[("出行", &["公路"]), ("农村", &["農村"])]);
    check("地区生产总值增长6.5%左右。", &[]);
}

#[test]
fn phrases_that_mean_something_else_are_taken_out_first() {
    check("扎实开展党史学习教育。", &[]);
    check("统筹高质量发展和高水平安全。", &[]);
    check("坚持中国特色社会主义道路。", &[]);
    let wording = Wording { words: vec!["甲丁".into()], not: vec!["乙丙".into(), "丙乙".into()] };
    assert_eq!(wording.hits("甲乙丙乙丁"), []);
}

#[test]
fn thanks_belong_to_no_topic() {
    check("向广大教师、农民、消防救援人员和离退休老同志，表示衷心感谢！", &[]);
}

#[test]
fn the_table_is_without_fault_and_names_nothing_twice() {
    let text = include_str!("../../themes/default/words/topics.toml");
    let Checked { value: table, diagnostics } = TopicTable::default().overlaid(&Source::new("topics.toml", text));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert!(table.topics.len() >= 13 && table.queries.len() >= 40);
    let slugs: BTreeSet<&str> = table.topics.iter().map(|topic| topic.slug.as_str()).collect();
    assert_eq!(slugs.len(), table.topics.len());
    let wordings = table.topics.iter().map(|topic| topic.wording.clone());
    for wording in wordings.chain(table.queries.iter().map(|query| table.wording_of(query))) {
        assert!(!wording.words.is_empty());
        // A phrase that holds none of the words takes nothing out.
        let idle = |phrase: &&String| !wording.words.iter().any(|word| overlaps(phrase, word));
        assert_eq!(wording.not.iter().filter(idle).collect::<Vec<_>>(), Vec::<&String>::new(), "{:?}", wording.words);
    }
}

/// Whether taking a phrase out can take the word with it: one holds the other, or the end of one is the beginning of the other.
fn overlaps(phrase: &str, word: &str) -> bool {
    let meets = |a: &str, b: &str| a.char_indices().any(|(at, _)| b.starts_with(&a[at..]));
    phrase.contains(word) || word.contains(phrase) || meets(phrase, word) || meets(word, phrase)
}

/// Lays a table over the one of the program: what is told, and how many topics there are then.
#[track_caller]
fn lay(over: &str, said: &[&str], topics: usize) -> TopicTable {
    let own = TopicTable::embedded();
    let before = own.topics.len();
    let Checked { value, diagnostics } = own.overlaid(&Source::new("words/topics.toml", over));
    let told: Vec<&str> = diagnostics.iter().map(|fault| fault.message.said_in(Language::English)).collect();
    assert_eq!((told.as_slice(), value.topics.len() - before), (said, topics));
    assert!(diagnostics.iter().all(|fault| fault.location.is_some() && fault.help.is_some()));
    value
}

#[test]
fn an_operator_changes_a_row_and_adds_one() {
    let table = lay("[topic.\"养老\"]\nwords = [\"银发\"]\n", &[], 0);
    assert_eq!(
        (table.topics[0].slug.as_str(), table.topics[0].wording.words.as_slice()),
        ("old-age", &["银发".into()][..])
    );
    let table = lay("[topic.\"口岸\"]\nslug = \"ports\"\nwords = [\"口岸\"]\n", &[], 1);
    assert_eq!(TopicFinder::new(&table).topics_of("建设口岸。").len(), 1);
    let table = lay("[query.\"阿公\"]\ntopic = \"养老\"\n", &[], 0);
    assert!(table.wording_of(table.queries.last().unwrap()).words.contains(&"养老".to_owned()));
}

#[test]
fn slips_are_told_and_change_nothing() {
    lay("[topic.\"口岸\"]\nwords = [\"口岸\"]\n", &["the new row `口岸` needs slug, words"], 0);
    lay("[topic.\"口岸\"]\nslug = \"a b\"\nwords = [\"口岸\"]\n", &["`a b` cannot be part of an address"], 0);
    lay("[topic.\"口岸\"]\nslug = \"work\"\nwords = [\"口岸\"]\n", &["the slug `work` is that of another topic"], 0);
    lay("[topic.\"养老\"]\nword = [\"银发\"]\n", &["there is no key `word` here"], 0);
    lay("[topic.\"养老\"]\nwords = [\"\"]\n", &["`words` takes a list of words"], 0);
    lay("[query.\"阿公\"]\ntopic = \"老人\"\n", &["there is no topic `老人`"], 0);
    lay("[query.\"阿公\"]\n", &["the new row `阿公` needs words"], 0);
    lay("[topics]\n", &["there is no key `topics` here"], 0);
    lay("topic = 3\n", &["`topic` takes a table"], 0);
}
