//! What is done with what an indicator names: made, begun, ready. Knows no words for it.

/// What is done with a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing is said.
    Unsaid,
    /// 新增, 新引进: it came.
    Came,
    /// 净增: it came, less what went.
    Net,
    /// 新建, 建设: it is made.
    Made,
    /// 组建, 新成立: it is founded.
    Founded,
    /// 投用, 竣工: it is ready.
    Ready,
    /// 开工: it is begun.
    Begun,
    /// 扩容, 提质: it is made better.
    Bettered,
}

impl Stage {
    /// The stage that a row of the lexicon names.
    pub fn from_name(name: &str) -> Option<Stage> {
        Some(match name {
            "came" => Stage::Came,
            "net" => Stage::Net,
            "made" => Stage::Made,
            "founded" => Stage::Founded,
            "ready" => Stage::Ready,
            "begun" => Stage::Begun,
            "bettered" => Stage::Bettered,
            _ => return None,
        })
    }

    /// Whether two stages may stand side by side: making a thing goes with a thing of which nothing is said.
    pub fn goes_with(self, other: Stage) -> bool {
        self == other || (matches!(self, Stage::Unsaid | Stage::Made) && matches!(other, Stage::Unsaid | Stage::Made))
    }
}

#[cfg(test)]
mod tests {
    use super::Stage;
    use crate::figures::lexicon::ValueTag;

    #[test]
    fn every_stage_that_the_lexicon_names_is_one() {
        let stages = [ValueTag::Leads, ValueTag::Trails].into_iter().flat_map(ValueTag::words);
        let mut seen = 0;
        for (word, stage) in stages {
            assert!(Stage::from_name(stage).is_some(), "{word}: {stage}");
            seen += 1;
        }
        assert!(seen > 30, "{seen}");
    }
}
