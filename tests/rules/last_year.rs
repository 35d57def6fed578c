//! What a report of the corpus tells of what the one of the year before undertook.

use gongdu::content::Settings;
use gongdu::message::Language;
use gongdu::site::{FigureIndex, LastYear, NumberAnswer, ReportSite, last_year};
use gongdu::topics::TopicTable;
use gongdu::words::Words;

use crate::fact::{Fact, Spot};
use crate::reading::Reading;

/// What is told of one number or clause.
pub struct Told {
    pub verdict: &'static str,
    /// The clause of the older report.
    pub clause: String,
    /// Its number, where it has one that can be compared.
    pub target: Option<Amount>,
    /// The amounts of the newer report.
    pub results: Vec<Amount>,
    /// The sentence of the newer report.
    pub sentence: String,
}

/// A figure with its place in the source.
pub struct Amount {
    pub spot: Spot,
    pub name: String,
    pub words: String,
}

/// Everything that `newer` tells of what `older` undertook.
pub fn told(older: &Reading, newer: &Reading) -> Vec<Told> {
    let (words, topics, settings) = (Words::of(Language::Chinese), TopicTable::embedded(), Settings::default());
    let manuscripts = [older, newer].map(|reading| reading.manuscript().value);
    let [before, after] =
        [&manuscripts[0], &manuscripts[1]].map(|own| ReportSite::resolve(own, &settings, &words, &topics).value);
    let Some(told) = last_year(&before, &after) else { return Vec::new() };
    let clauses =
        told.undertakings.iter().flat_map(|own| own.answers.iter().map(move |answer| (own.commitment, answer)));
    clauses.map(|(commitment, answer)| one(&told, commitment, answer, [older, newer])).collect()
}

fn one(told: &LastYear<'_>, commitment: usize, answer: &NumberAnswer, [older, newer]: [&Reading; 2]) -> Told {
    let own = &told.older.commitments[commitment];
    Told {
        verdict: answer.verdict.name(),
        clause: told.older.commitment_words(own, own.read.span).to_owned(),
        target: answer.target.map(|index| amount(told.older, older, index)),
        results: answer.results.iter().map(|index| amount(told.newer, newer, *index)).collect(),
        sentence: answer.sentence.map(|place| told.newer.sentence_words(place).to_owned()).unwrap_or_default(),
    }
}

fn amount(site: &ReportSite<'_>, reading: &Reading, index: FigureIndex) -> Amount {
    let row = &site.figures[index.0].row;
    let spot = reading.figures_by_id()[&row.id].spot;
    Amount { spot, name: row.indicator.clone(), words: row.words.clone() }
}

impl Amount {
    fn says(&self) -> String {
        format!("{}:{} {} {}", self.spot.0, self.spot.1, self.name, self.words)
    }
}

impl Told {
    /// As a line of the golden text.
    pub fn fact(&self) -> Fact {
        let results: Vec<String> = self.results.iter().map(Amount::says).collect();
        let sentence = if self.results.is_empty() { self.sentence.as_str() } else { "" };
        Fact::new(None, "last-year", &self.clause)
            .with("target", self.target.as_ref().map(Amount::says).unwrap_or_default())
            .with("verdict", self.verdict)
            .with("result", results.join("; "))
            .with("sentence", sentence)
    }
}
