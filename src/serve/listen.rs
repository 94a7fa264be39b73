//! Where a preview answers: the address that `--host` means, a free port, and the addresses that others can open.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs, UdpSocket};

/// How many ports are tried.
const PORTS: u16 = 50;

/// Why `--host` cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HostError {
    /// There is a port in it: the host alone, and the port.
    Port(String, u16),
    /// It is neither an address nor a name.
    Form,
    /// No address was found for the name.
    Unknown,
}

/// The address that a host means: itself, that of this machine for `localhost`, or that which a name has.
///
/// # Errors
/// It means none.
pub(crate) fn find_host(host: &str) -> Result<IpAddr, HostError> {
    let inside = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    if let Ok(address) = inside.unwrap_or(host).parse() {
        return Ok(address);
    }
    if host.eq_ignore_ascii_case("localhost") {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    if let Some((name, port)) = host.rsplit_once(':')
        && let Ok(port) = port.parse()
    {
        return Err(HostError::Port(name.to_owned(), port));
    }
    let in_names = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if host.is_empty() || !host.chars().all(in_names) {
        return Err(HostError::Form);
    }
    let found = (host, 0).to_socket_addrs();
    let found: Vec<IpAddr> = found.map_or(Vec::new(), |all| all.map(|one| one.ip()).collect());
    let first = found.iter().find(|address| address.is_ipv4());
    first.or(found.first()).copied().ok_or(HostError::Unknown)
}

/// The port that was asked for, or the next that is free.
pub(super) fn listen(host: IpAddr, first: u16) -> io::Result<TcpListener> {
    let last = first.saturating_add(PORTS);
    let mut port = first;
    loop {
        match bind(host, port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
            done => return done,
        }
    }
}

/// Takes a port. One that somebody has at the same place of the other family of addresses is taken: `localhost` could
/// lead to it.
fn bind(host: IpAddr, port: u16) -> io::Result<TcpListener> {
    let twin: Option<IpAddr> = match host {
        IpAddr::V4(Ipv4Addr::LOCALHOST) => Some(Ipv6Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::LOCALHOST) => Some(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Some(Ipv6Addr::UNSPECIFIED.into()),
        _ => None,
    };
    if let Some(twin) = twin.filter(|_| port != 0)
        && let Err(error) = TcpListener::bind(SocketAddr::new(twin, port))
        && error.kind() == io::ErrorKind::AddrInUse
    {
        return Err(error);
    }
    TcpListener::bind(SocketAddr::new(host, port))
}

/// The address at which this machine opens what answers at an address.
pub(super) fn own_address(address: SocketAddr) -> SocketAddr {
    let own = match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        other => other,
    };
    SocketAddr::new(own, address.port())
}

/// The addresses at which other machines can open what answers at all of them; none if it answers at one alone.
pub(super) fn other_addresses(address: SocketAddr) -> Vec<SocketAddr> {
    if !address.ip().is_unspecified() {
        return Vec::new();
    }
    // Of networks at home and in offices, and one of the internet: whence a packet to each would go. None is sent.
    let mut far: Vec<IpAddr> = [
        [192, 0, 2, 1],
        [192, 168, 0, 1],
        [192, 168, 1, 1],
        [10, 0, 0, 1],
        [172, 16, 0, 1],
    ]
    .map(IpAddr::from)
    .into();
    if address.is_ipv6() {
        far.push(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into());
    }
    let mut found = Vec::new();
    for own in far.into_iter().filter_map(address_towards) {
        let own = SocketAddr::new(own, address.port());
        if !found.contains(&own) {
            found.push(own);
        }
    }
    found
}

/// The address of this machine from which another would be asked.
fn address_towards(other: IpAddr) -> Option<IpAddr> {
    let any: IpAddr = match other {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let socket = UdpSocket::bind(SocketAddr::new(any, 0)).ok()?;
    socket.connect(SocketAddr::new(other, 9)).ok()?;
    let own = socket.local_addr().ok()?.ip();
    (!own.is_loopback() && !own.is_unspecified()).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_an_address_or_a_name() {
        let this = || Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
        assert_eq!(find_host("127.0.0.1"), this());
        assert_eq!(find_host("localhost"), this());
        assert_eq!(find_host("[::1]"), Ok(Ipv6Addr::LOCALHOST.into()));
        assert_eq!(find_host("::"), Ok(Ipv6Addr::UNSPECIFIED.into()));
        let port = |name: &str| Err(HostError::Port(name.to_owned(), 8000));
        assert_eq!(find_host("127.0.0.1:8000"), port("127.0.0.1"));
        assert_eq!(find_host("localhost:8000"), port("localhost"));
        for odd in ["", "http://localhost", "a b", "a/b", "*"] {
            assert_eq!(find_host(odd), Err(HostError::Form), "{odd}");
        }
        // RFC 6761: no such name will ever be there.
        assert_eq!(find_host("akimat.invalid"), Err(HostError::Unknown));
    }

    #[test]
    fn a_port_that_the_other_family_has_is_taken() {
        let Ok(other) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else {
            return;
        };
        let port = other.local_addr().unwrap().port();
        for host in [Ipv4Addr::LOCALHOST, Ipv4Addr::UNSPECIFIED] {
            let own = listen(host.into(), port).unwrap();
            assert_ne!(own.local_addr().unwrap().port(), port, "{host}");
        }
    }
}
