//! The certificate of the tests' server by https, which browsers must be told to take: made anew each time, so that no key
//! lies in the repository, and no authority, so that whoever trusts it trusts nothing else.

use crate::root;
use anyhow::Result;
use rcgen::{CertificateParams, IsCa, KeyPair};
use std::fs;
use std::path::PathBuf;

/// Writes key and certificate of this machine's own address into a file; gives that.
///
/// # Errors
/// Where it cannot be made or written.
pub fn make() -> Result<PathBuf> {
    let file = root().join("target/tests-certificate.pem");
    fs::write(&file, pem()?)?;
    Ok(file)
}

fn pem() -> Result<String> {
    let key = KeyPair::generate()?;
    let mut about = CertificateParams::new(["127.0.0.1".to_owned(), "localhost".to_owned()])?;
    about.is_ca = IsCa::ExplicitNoCa;
    let certificate = about.self_signed(&key)?;
    Ok(key.serialize_pem() + &certificate.pem())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_key_of_its_own() {
        let (one, other) = (pem().expect("a certificate"), pem().expect("a certificate"));
        assert!(one.contains("BEGIN PRIVATE KEY") && one.contains("BEGIN CERTIFICATE"), "{one}");
        assert_ne!(one, other);
    }
}
