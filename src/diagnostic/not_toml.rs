//! What a reader of TOML says of a slip, in words that people who know no TOML understand.

use crate::message::{Message, message};

/// What is wrong, of what the reader says: in English its own words, in Chinese what it means.
pub fn not_toml(why: &str) -> Message {
    // What was expected instead follows a comma.
    let slip = why.split(',').next().unwrap_or(why);
    let says = |words: &[&str]| words.iter().any(|words| slip.contains(words));
    let meaning = match slip {
        _ if says(&["must be quoted"]) => "文字没有加英文引号，或没有写值",
        _ if says(&["basic string", "literal string", "opening quote"]) => "文字两边的英文引号不成对，或隔了行",
        _ if says(&["duplicate key"]) => "同一项写了两次",
        _ if says(&["extra `=`", "extra assignment"]) => "多了一个等号",
        _ if says(&["key with no value", "missing assignment"]) => "少了英文的等号（=）和它后面的值",
        _ if says(&["missing value"]) => "等号后面没有值",
        _ if says(&["unexpected key or value", "unexpected content"]) => "一行里写完了一项，后面还有别的",
        _ if says(&["comma"]) => "逗号多了或者少了",
        _ if says(&["unclosed", "opening"]) => "括号不成对",
        _ if says(&["unquoted key", "keys cannot be", "missing key"]) => "等号前面的项目名不对",
        _ if says(&["escape", "unicode value"]) => "引号里的反斜线 \\ 要写两个",
        _ => "这样的值读不了",
    };
    let why = Message::new(why, meaning);
    message!("this is not TOML: {why}", "这里不合 TOML 的写法：{why}", why = why)
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;
    use crate::message::Language;

    /// What is said of a text, in Chinese.
    #[track_caller]
    fn check(text: &str, expect: &str) {
        let (_, errors) = DeTable::parse_recoverable(text);
        let said = not_toml(errors[0].message());
        let chinese = said.said_in(Language::Chinese);
        assert_eq!(chinese, format!("这里不合 TOML 的写法：{expect}"), "{}", said.said_in(Language::English));
    }

    #[test]
    fn slips_that_people_make_are_told_without_a_word_of_english() {
        check("title = 政府工作报告", "文字没有加英文引号，或没有写值");
        check("title = “政府工作报告”", "文字没有加英文引号，或没有写值");
        check("title = \"政府工作报告", "文字两边的英文引号不成对，或隔了行");
        check("x = = 3", "多了一个等号");
        check("title：\"a\"", "少了英文的等号（=）和它后面的值");
        check("title =", "文字没有加英文引号，或没有写值");
        check("title = \"a\" \"b\"", "一行里写完了一项，后面还有别的");
        check("a = [1,, 2]", "逗号多了或者少了");
        check("[terms", "括号不成对");
        check("year = 1\nyear = 2", "同一项写了两次");
        check("a = \"D:\\报告\"", "引号里的反斜线 \\ 要写两个");
        check("标题 = \"a\"", "等号前面的项目名不对");
    }
}
