//! The names of the pages of a report: of their files, of their addresses, of the ids in them.

/// The name of a page: `0` the opening, `2` a part, `2-1` a section of it, `a1` an attachment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// Attachments stand after the text.
    attachment: bool,
    numbers: Vec<u32>,
}

impl PageId {
    /// Reads the name; `None` when it is not of this form. Numbers have no leading zeros, so that a page has one name.
    pub fn parse(name: &str) -> Option<PageId> {
        let (attachment, rest) = name.strip_prefix('a').map_or((false, name), |rest| (true, rest));
        let numbers = rest.split('-').map(number).collect::<Option<Vec<u32>>>()?;
        (numbers.len() <= 2).then_some(PageId { attachment, numbers })
    }

    /// The page of a part, or of a section of one.
    pub fn of(part: u32, section: Option<u32>) -> PageId {
        PageId { attachment: false, numbers: std::iter::once(part).chain(section).collect() }
    }

    /// The page of an attachment.
    pub fn attachment(number: u32) -> PageId {
        PageId { attachment: true, numbers: vec![number] }
    }

    /// The name of its file, by which tables and links call it: `2-1.md`.
    pub fn file(&self) -> String {
        format!("{self}.md")
    }

    /// Whether it is the opening before the first heading.
    pub fn is_opening(&self) -> bool {
        !self.attachment && self.numbers == [0]
    }

    /// Whether it is a section of a part.
    pub fn is_section(&self) -> bool {
        self.numbers.len() > 1
    }

    /// Whether it stands after the text.
    pub fn is_attachment(&self) -> bool {
        self.attachment
    }

    /// Whether `self` is a section of `part`.
    pub fn is_section_of(&self, part: &PageId) -> bool {
        self.is_section() && self.attachment == part.attachment && self.numbers[..1] == part.numbers[..]
    }
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    (plain && (digits == "0" || !digits.starts_with('0'))).then(|| digits.parse().ok()).flatten()
}

impl std::fmt::Display for PageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let numbers: Vec<String> = self.numbers.iter().map(u32::to_string).collect();
        write!(f, "{}{}", if self.attachment { "a" } else { "" }, numbers.join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_names_are_read_and_sort_in_reading_order() {
        let mut names: Vec<PageId> =
            ["a1", "2-10", "2-2", "3", "2", "0", "1"].iter().filter_map(|name| PageId::parse(name)).collect();
        names.sort();
        let names: Vec<String> = names.iter().map(PageId::to_string).collect();
        assert_eq!(names, ["0", "1", "2", "2-2", "2-10", "3", "a1"]);
    }

    #[test]
    fn other_names_are_no_pages() {
        for name in ["", "x", "01", "1-", "-1", "1-2-3", "a", "aa1", "1.1", "１", "99999999999"] {
            assert_eq!(PageId::parse(name), None, "{name}");
        }
    }
}
