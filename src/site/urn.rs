//! Names of things that stay when a site moves to another address.

use crate::text::sha256_hex;

/// A name-based UUID (RFC 9562, version 8) of a name of ours.
pub fn urn(name: &str) -> String {
    let hex = sha256_hex(format!("gongdu:{name}").as_bytes());
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}
