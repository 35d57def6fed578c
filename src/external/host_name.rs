//! The name of a host as the network knows it: characters beyond ASCII in Punycode (RFC 3492), as `xn--…`.

/// How long a label may be (RFC 1035, section 2.3.4), and the parameters that RFC 3492 gives for names (section 5).
const LONGEST_LABEL: usize = 63;
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// A name in ASCII and small letters: `北京.中国` is `xn--1lq90i.xn--fiqs8s`; `None` when it is no name.
pub(super) fn ascii(name: &str) -> Option<String> {
    // Chinese keyboards write the full stop between labels too (RFC 3490, section 3.1).
    let name = name.to_lowercase().replace(['。', '．', '｡'], ".");
    let labels: Option<Vec<String>> = name.strip_suffix('.').unwrap_or(&name).split('.').map(label).collect();
    Some(labels?.join("."))
}

fn label(words: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || (!c.is_ascii() && c.is_alphanumeric());
    if words.is_empty() || !words.chars().all(fits) {
        return None;
    }
    let label = if words.is_ascii() { words.to_owned() } else { format!("xn--{}", punycode(words)?) };
    (label.len() <= LONGEST_LABEL).then_some(label)
}

/// RFC 3492, section 6.3; `None` for what is longer than any label.
fn punycode(words: &str) -> Option<String> {
    let mut out: String = words.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0_u32, INITIAL_BIAS, basic);
    let length = u32::try_from(words.chars().count()).ok()?;
    while handled < length {
        let next = words.chars().map(u32::from).filter(|c| *c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for c in words.chars().map(u32::from) {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c == n {
                push_number(delta, bias, &mut out);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(out)
}

/// A number of as many digits as it needs, each with a threshold of its own.
fn push_number(number: u32, bias: u32, out: &mut String) {
    let (mut rest, mut k) = (number, BASE);
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            return out.push(digit(rest));
        }
        out.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
    }
}

/// 0 to 25 are letters, 26 to 35 are digits.
fn digit(value: u32) -> char {
    char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[value as usize % 36])
}

fn adapted(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_network_knows_them() {
        for (name, due) in [
            ("www.Example.org", Some("www.example.org")),
            ("example.org.", Some("example.org")),
            ("a_b.example.org", Some("a_b.example.org")),
            // The samples of RFC 3492, section 7.1, and names of Chinese top-level domains.
            ("他们为什么不说中文", Some("xn--ihqwcrb4cv8a8dqg056pqjye")),
            ("他們爲什麽不說中文", Some("xn--ihqwctvzc91f659drss3x8bo0yb")),
            ("bücher.example", Some("xn--bcher-kva.example")),
            ("北京。中国", Some("xn--1lq90i.xn--fiqs8s")),
            ("例子.测试", Some("xn--fsqu00a.xn--0zwm56d")),
            ("x.政务", Some("x.xn--zfr164b")),
            ("", None),
            ("a..b", None),
            ("a b", None),
            ("a%b", None),
        ] {
            assert_eq!(ascii(name).as_deref(), due, "{name}");
        }
        assert_eq!(ascii(&"长".repeat(64)), None);
        assert_eq!(ascii(&"a".repeat(64)), None);
    }
}
