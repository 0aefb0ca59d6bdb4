//! Runs one target, and keeps what a long run found.

use std::any::type_name;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use crate::mutation::{Mutation, mutations};

/// The cases of one test where no time is given.
const CASES: u32 = 400;

/// What a run did.
#[derive(Default)]
struct Tally {
    cases: Cell<u64>,
    accepted: Cell<u64>,
    slowest: Cell<Duration>,
}

/// Holds `claim` against files of the corpus, broken. It says whether the file
/// was accepted nevertheless.
pub(crate) fn fuzz<Claim: Fn(&[u8]) -> bool>(corpus: &[Vec<u8>], claim: Claim) {
    let wanted = std::env::var("PROBITAS_FUZZ_SECONDS").ok();
    let wanted = wanted.map(|seconds| Duration::from_secs(seconds.parse().unwrap()));
    let target = target::<Claim>();
    let tally = Tally::default();
    let begun = cpu_time();
    let mut kept = Duration::ZERO;
    loop {
        run(corpus, &claim, &tally, target);
        let spent = cpu_time().saturating_sub(begun);
        let Some(wanted) = wanted else { return };
        let is_over = spent >= wanted;
        // A run of an hour that is stopped has not been for nothing.
        if is_over || spent.saturating_sub(kept) >= Duration::from_mins(1) {
            keep(target, "txt", tally.line(target, spent).as_bytes());
            kept = spent;
        }
        if is_over {
            print!("{}", tally.line(target, spent));
            return;
        }
    }
}

fn run(corpus: &[Vec<u8>], claim: impl Fn(&[u8]) -> bool, tally: &Tally, target: &str) {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let broken = (any::<prop::sample::Index>(), mutations());
    let file = |which: &prop::sample::Index, mutations: &[Mutation]| {
        Mutation::all(mutations, &corpus[which.index(corpus.len())], corpus)
    };
    let outcome = TestRunner::new(config).run(&broken, |(which, mutations)| {
        let file = file(&which, &mutations);
        let begun = cpu_time();
        let accepted = claim(&file);
        tally.count(accepted, cpu_time().saturating_sub(begun));
        Ok(())
    });
    if let Err(TestError::Fail(reason, (which, mutations))) = &outcome {
        let path = keep(target, "failed", &file(which, mutations));
        panic!("{reason}: see {}", path.display());
    }
    outcome.unwrap();
}

impl Tally {
    fn count(&self, accepted: bool, spent: Duration) {
        self.cases.set(self.cases.get() + 1);
        self.accepted.set(self.accepted.get() + u64::from(accepted));
        self.slowest.set(self.slowest.get().max(spent));
    }

    fn line(&self, target: &str, spent: Duration) -> String {
        format!(
            "{target}: {} files, {} of them accepted, {} s of CPU time, slowest {} ms\n",
            self.cases.get(),
            self.accepted.get(),
            spent.as_secs(),
            self.slowest.get().as_millis(),
        )
    }
}

/// The name of the test in which the claim is written.
fn target<Claim>() -> &'static str {
    let mut parts = type_name::<Claim>().rsplit("::");
    parts.find(|part| !part.starts_with('{')).unwrap()
}

/// Keeps something of a target in `target/tmp/fuzz`.
#[allow(clippy::disallowed_methods, reason = "a test keeps what it found")]
fn keep(target: &str, kind: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{target}.{kind}"));
    fs::write(&path, bytes).unwrap();
    path
}

/// What this thread has computed: a run that waits for others is no fuzzing.
#[cfg(unix)]
fn cpu_time() -> Duration {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(spent).unwrap()
}

/// Elsewhere by the clock on the wall.
#[cfg(not(unix))]
fn cpu_time() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed()
}
