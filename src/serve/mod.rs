//! The preview server: shows the site from memory, on this machine only unless a person asks for more, renews it when its content changes, and shows
//! what is wrong in the page. Writes nothing, and does not know how a site is built.

mod answer;
mod event;
mod kind;
mod listen;
mod site;
#[cfg(test)]
mod tests;
mod watch;

use std::future::IntoFuture as _;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use tower_livereload::{LiveReloadLayer, Reloader};

pub use event::{Audience, Options, ServeEvent};

use crate::artifact::Files;
use crate::message::{Language, message};
use site::Site;

/// Serves the site until the program is ended.
///
/// `build` makes the whole site, or says in text that is safe inside HTML what is wrong. It runs once before the first
/// page is served and then after changes, never twice at once; it must not write below the watched folders.
///
/// # Errors
/// When the port is taken or a folder cannot be watched.
pub fn serve(
    options: Options,
    build: impl Fn() -> Result<Files, String> + Send + Sync + 'static,
    on_event: impl Fn(ServeEvent) + Send + Sync + 'static,
) -> anyhow::Result<()> {
    let listeners = listen::listen(options.port, &options.audience)?;
    let addresses = listeners.iter().map(TcpListener::local_addr).collect::<Result<Vec<_>, _>>()?;
    let on_event = Arc::new(on_event);
    let watching = watch::watch(&options.watch, on_event.clone())?;
    let reload = LiveReloadLayer::new();
    let site = Arc::new(RwLock::new(Site::new(options.language)));
    let (reloader, language) = (reload.reloader(), options.language);
    let preview = Preview { build, on_event: on_event.clone(), site: site.clone(), reloader, language };
    preview.renew();
    std::thread::spawn(move || {
        while watching.wait() {
            preview.renew();
        }
    });
    let answer = move |request: Request| {
        let site = site.read().unwrap_or_else(PoisonError::into_inner);
        std::future::ready(answer::answer(&site, &request))
    };
    let names: Arc<[String]> = answer::own_names(&addresses).into();
    let own_hosts_only = move |request, next| answer::own_hosts_only(language, names.clone(), request, next);
    let router = Router::new().fallback(answer).layer(reload).layer(axum::middleware::from_fn(own_hosts_only));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut served = Vec::new();
        for listener in listeners {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            served.push(tokio::spawn(axum::serve(listener, router.clone()).into_future()));
        }
        on_event(ServeEvent::Serving { address: addresses[0] });
        for address in addresses.into_iter().skip(1) {
            on_event(ServeEvent::Shared { address });
        }
        for one in served {
            one.await??;
        }
        Ok(())
    })
}

/// Builds the site and puts it in place of the one that is served.
struct Preview<Build, OnEvent> {
    build: Build,
    on_event: Arc<OnEvent>,
    site: Arc<RwLock<Site>>,
    reloader: Reloader,
    language: Language,
}

impl<Build: Fn() -> Result<Files, String>, OnEvent: Fn(ServeEvent)> Preview<Build, OnEvent> {
    fn own_fault(&self) -> String {
        let fault = message!("gongdu itself failed; the terminal says where", "gongdu 自己出了错；终端里说了在哪里");
        fault.said_in(self.language).to_owned()
    }

    fn renew(&self) {
        let begin = Instant::now();
        // A panic is a fault of gongdu, and no reason to take the server away from the person who is writing.
        let built = catch_unwind(AssertUnwindSafe(&self.build));
        let built = built.unwrap_or_else(|_| Err(self.own_fault()));
        let took = begin.elapsed();
        let event = match &built {
            Ok(files) => ServeEvent::Built { files: files.len(), took },
            Err(_) => ServeEvent::Failed { took },
        };
        self.site.write().unwrap_or_else(PoisonError::into_inner).renew(built);
        self.reloader.reload();
        (self.on_event)(event);
    }
}
