//! Where the preview is heard: on this machine, and at one address of the local network where a person asks for it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};

use super::event::Audience;
use crate::message::{Message, message, reason};

/// An address that documents use and nobody has (RFC 5737): the way there begins as every way out of this machine.
const ELSEWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// Opens the port on this machine, and the same one where others may look.
pub(super) fn listen(port: u16, audience: &Audience) -> anyhow::Result<Vec<TcpListener>> {
    let shared = shared(audience)?;
    let own = open(IpAddr::V4(Ipv4Addr::LOCALHOST), port).map_err(|error| no_port(port, &error))?;
    let port = own.local_addr()?.port();
    let mut listeners = vec![own];
    if let Some(address) = shared {
        listeners.push(open(address, port).map_err(|error| no_address(address, port, &error))?);
    }
    Ok(listeners)
}

/// The address at which others may look.
fn shared(audience: &Audience) -> anyhow::Result<Option<IpAddr>> {
    match audience {
        Audience::ThisMachine => Ok(None),
        Audience::LocalNetwork => own_address().map(Some).ok_or_else(|| {
            message!(
                "this machine seems to be in no network; if it is in one, name its address there: --host 192.168.1.5",
                "这台机器好像没有连上网络；连着的，请写明它在那里的地址：--host 192.168.1.5"
            )
            .into()
        }),
        Audience::Address(words) => {
            let address =
                words.parse().ok().filter(|address: &IpAddr| !address.is_unspecified() && !address.is_loopback());
            address.map(Some).ok_or_else(|| {
                message!(
                    "--host takes the address of this machine in the network, such as 192.168.1.5, not {words}",
                    "--host 后面写这台机器在网络里的地址，如 192.168.1.5，不是 {words}"
                )
                .into()
            })
        }
    }
}

/// The address that this machine has where most of its ways out begin. Nothing is sent.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(ELSEWHERE).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_unspecified() && !address.is_loopback()).then_some(address)
}

fn open(address: IpAddr, port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(SocketAddr::new(address, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn no_port(port: u16, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::AddrInUse => message!(
            "cannot listen on port {port}: another program uses it; choose another with --port, or a free one with --port 0",
            "不能用端口 {port}：别的程序正在用；用 --port 换一个，或用 --port 0 由程序找一个空的",
        ),
        _ => message!(
            "cannot listen on port {port}: {why}; choose another with --port",
            "不能用端口 {port}：{why}；用 --port 换一个",
            port = port,
            why = reason(error),
        ),
    }
}

fn no_address(address: IpAddr, port: u16, error: &io::Error) -> Message {
    message!(
        "cannot listen at {address}, port {port}: {why}; name an address that this machine has, or another port with --port",
        "不能用地址 {address}、端口 {port}：{why}；--host 要写这台机器自己的地址，端口用 --port 换",
        address = address,
        port = port,
        why = reason(error),
    )
}
