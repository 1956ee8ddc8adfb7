//! A local server that serves folders the way a host should.

mod headers;

use anyhow::{Context, Result};
use axum::Router;
use axum::middleware::from_fn;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use tower_http::services::ServeDir;

/// Folders to be served.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
    mounted: Vec<(String, PathBuf)>,
}

/// A server that runs on a thread of its own as long as this process lives.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    thread: JoinHandle<()>,
}

impl Site {
    /// A site of one folder.
    pub fn new(folder: &Path) -> Site {
        Site { folder: folder.to_owned(), mounted: Vec::new() }
    }

    /// The same with another folder below `prefix`, such as `/pages`.
    pub fn with(mut self, prefix: &str, folder: &Path) -> Site {
        self.mounted.push((prefix.to_owned(), folder.to_owned()));
        self
    }

    /// Serves on the loopback address, on `port`; 0 is any free one.
    ///
    /// # Errors
    /// Where the port is taken.
    pub fn start(&self, port: u16) -> Result<Server> {
        listen(self.router(), port)
    }

    /// Serves on `port`, or on the next free one above it.
    ///
    /// # Errors
    /// Where none of the next hundred is free.
    pub fn start_near(&self, port: u16) -> Result<Server> {
        let mut ports = port..=port.saturating_add(99);
        let first = self.start(ports.next().unwrap_or(port));
        ports.fold(first, |server, port| server.or_else(|_| self.start(port)))
    }

    fn router(&self) -> Router {
        let folder = |folder: &Path| ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let mut router = Router::new();
        for (prefix, mounted) in &self.mounted {
            router = router.nest_service(prefix, folder(mounted));
        }
        router.fallback_service(folder(&self.folder)).layer(from_fn(headers::set))
    }
}

/// Answers by a router on the loopback address, on `port`; 0 is any free one.
///
/// # Errors
/// Where the port is taken.
pub fn listen(router: Router, port: u16) -> Result<Server> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} cannot be had"))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let thread = thread::spawn(move || {
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        if let Err(error) = served {
            eprintln!("the server stopped: {error}");
        }
    });
    Ok(Server { address, thread })
}

impl Server {
    /// Where it listens: `http://127.0.0.1:8080`.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until it stops, which it does of itself only when it fails.
    pub fn wait(self) {
        self.thread.join().ok();
    }
}

#[cfg(test)]
mod tests;
