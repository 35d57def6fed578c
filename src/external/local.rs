//! Which addresses of the network are of this machine or of networks near it: a link that leads there is none for readers, and a
//! program that asks it may set off what was meant for people inside.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one that the whole world can reach, by the registries of special addresses that IANA keeps (RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = match a {
        // This network, private, loopback; multicast and reserved.
        0 | 10 | 127 | 224..=255 => true,
        // Shared between a provider and its customers (CGNAT).
        100 => (64..128).contains(&b),
        // Link-local, where clouds keep what their machines may know.
        169 => b == 254,
        172 => (16..32).contains(&b),
        // Private; for protocols, for documents, and a way to IPv6 that is given up.
        192 => b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99),
        // For measurements, and what proxies on this machine make names stand for; for documents.
        198 => b == 18 || b == 19 || (b == 51 && c == 100),
        203 => b == 0 && c == 113,
        _ => false,
    };
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b, c, d, e, f) {
        // An IPv4 address in another dress: mapped, and behind NAT64.
        (0, 0, 0, 0, 0, 0xffff) | (0x64, 0xff9b, 0, 0, 0, 0) => v4(g, h),
        // 6to4.
        (0x2002, ..) => v4(b, c),
        // For protocols (Teredo among them), and for documents.
        (0x2001, 0..0x200, ..) | (0x2001, 0xdb8, ..) | (0x3fff, 0..0x1000, ..) => false,
        // Nothing else is given out: not loopback, link-local, unique-local, site-local, multicast.
        _ => a & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(addresses: &[&str], expect: bool) {
        for address in addresses {
            assert_eq!(is_public(address.parse().unwrap()), expect, "{address}");
        }
    }

    #[test]
    fn addresses_of_the_world_are_public() {
        check(&["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1"], true);
        check(&["192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "169.253.0.1"], true);
        check(&["2400:3200::1", "2606:4700:4700::1111", "2001:4860:4860::8888", "2001:200::1"], true);
        check(&["::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"], true);
    }

    #[test]
    fn addresses_of_this_machine_and_of_networks_near_it_are_not() {
        check(
            &["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
            false,
        );
        check(
            &["169.254.169.254", "100.64.0.1", "100.127.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
            false,
        );
        check(
            &["192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1"],
            false,
        );
        check(
            &["::", "::1", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fdff::1", "ff02::1", "2001:db8::1", "3fff::1"],
            false,
        );
        check(&["2001::1", "100::1", "64:ff9b:1::1", "4000::1"], false);
    }

    #[test]
    fn a_local_address_in_another_dress_is_local() {
        check(&["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1"], false);
        check(&["64:ff9b::127.0.0.1", "64:ff9b::192.168.1.1", "2002:7f00:1::", "2002:c0a8:101::1"], false);
    }
}
