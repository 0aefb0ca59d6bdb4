#!/usr/bin/env bash
# Makes the certificates of this folder with OpenSSL 3. ECDSA uses chance, so
# that each run gives others; they are kept, and made anew only where one is
# added. `PROBITAS_BLESS=1 cargo test --no-default-features
# --features certificates --test certificates` then makes the submissions again.
#
# The keys protect nothing: those of key 1 and key 2 are the ones of
# tests/vectors/submission, and the passwords are "test password".
set -euo pipefail
cd "$(dirname "$0")"
out=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > ca.cnf <<'CNF'
[ ca ]
default_ca = here
[ here ]
dir = $ENV::CA
database = $dir/index.txt
serial = $dir/serial
new_certs_dir = $dir
certificate = $dir/ca.pem
private_key = $dir/ca.key
default_md = sha256
crlnumber = $dir/crlnumber
crl_extensions = list
policy = any
unique_subject = no
default_days = 3650
string_mask = utf8only
utf8 = yes
[ any ]
countryName = optional
organizationName = optional
commonName = supplied
[ req ]
distinguished_name = dn
string_mask = utf8only
utf8 = yes
prompt = no
[ dn ]
CN = unused
[ authority ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[ list ]
authorityKeyIdentifier = keyid:always
[ authority_tls ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
[ signing ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = 1.3.6.1.5.5.7.3.36,emailProtection
[ plain ]
basicConstraints = CA:FALSE
[ agreement ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,keyAgreement
[ server ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth,clientAuth
[ critical_unknown ]
basicConstraints = critical,CA:FALSE
1.2.3.4.5 = critical,DER:0500
CNF

# The private key whose secret is the byte $1, 32 times.
counted() {
  cat > ec.cnf <<CNF
asn1 = SEQUENCE:ec
[ ec ]
version = INTEGER:1
secret = FORMAT:HEX,OCTETSTRING:$(printf "$1%.0s" {1..32})
curve = EXPLICIT:0,OID:prime256v1
CNF
  openssl asn1parse -genconf ec.cnf -noout -out ec.der
  openssl ec -inform DER -in ec.der 2>/dev/null | openssl pkcs8 -topk8 -nocrypt
}
ec() { openssl genpkey -algorithm EC -pkeyopt "ec_paramgen_curve:$1" 2>/dev/null; }
rsa() { openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 2>/dev/null; }

# authority NAME KEY-COMMAND SUBJECT
begin() {
  mkdir -p "$1"; : > "$1/index.txt"; echo "$4" > "$1/serial"; echo 01 > "$1/crlnumber"
  $2 > "$1/ca.key"
  CA=$1 openssl req -new -config ca.cnf -key "$1/ca.key" -subj "$3" -out "$1/ca.csr"
}
# issue AUTHORITY NAME EXTENSIONS FROM UNTIL CSR [DIGEST]
issue() {
  CA=$1 openssl ca -batch -config ca.cnf -notext -extensions "$3" -startdate "$4" -enddate "$5" \
    -in "$6" -out "$2.pem" -md "${7:-sha256}" 2>/dev/null
}
# request KEY SUBJECT
request() { CA=. openssl req -new -config ca.cnf -key "$1" -subj "$2" -out request.csr; }

began=20230101000000Z; ends=21000101000000Z
for root in root:'/C=CA/O=Test/CN=Test root':P-384 other:'/C=CA/O=Test/CN=Other root':P-256; do
  IFS=: read -r name subject curve <<<"$root"
  begin "$name" "ec $curve" "$subject" 1000
  CA=$name openssl ca -batch -selfsign -config ca.cnf -notext -extensions authority -keyfile "$name/ca.key" \
    -startdate $began -enddate $ends -in "$name/ca.csr" -out "$name/ca.pem" 2>/dev/null
done
begin rsa rsa '/C=CA/O=Test/CN=RSA root' 1000
CA=rsa openssl ca -batch -selfsign -config ca.cnf -notext -extensions authority -keyfile rsa/ca.key \
  -startdate $began -enddate $ends -in rsa/ca.csr -out rsa/ca.pem 2>/dev/null
for authority in issuing:'/C=CA/O=Test/CN=Issuing authority' withdrawn:'/C=CA/O=Test/CN=Withdrawn authority' \
  tls:'/C=CA/O=Test/CN=Server authority'; do
  IFS=: read -r name subject <<<"$authority"
  begin "$name" 'ec P-256' "$subject" 20$((${#name}))0
  extensions=authority; [ "$name" != tls ] || extensions=authority_tls
  issue root "$name" $extensions $began $ends "$name/ca.csr" sha384
  cp "$name.pem" "$name/ca.pem"
done

counted 01 > key-1.key; counted 02 > key-2.key; ec P-384 > p384.key; ec P-521 > p521.key
openssl genpkey -algorithm ED25519 > ed25519.key; rsa > rsa.key
from=20240101000000Z; until=20260101000000Z
zoe='/C=CA/O=Test/CN=Zoé Tremblay'; camille='/C=CA/O=Test/CN=Camille Roy'
request key-1.key "$zoe"
issue issuing key-1 signing $from $until request.csr
issue issuing expired signing 20220101000000Z 20240101000000Z request.csr
issue issuing not-yet-valid signing 20250101000000Z $until request.csr
issue issuing superseded signing $from $until request.csr
issue issuing superseded-later signing $from $until request.csr
issue issuing compromised signing $from $until request.csr
issue issuing revoked-without-reason signing $from $until request.csr
issue issuing key-agreement agreement $from $until request.csr
issue issuing server server $from $until request.csr
issue issuing critical-unknown critical_unknown $from $until request.csr
issue issuing authority authority $from $until request.csr
issue withdrawn under-withdrawn signing $from $until request.csr
issue tls under-tls plain $from $until request.csr
issue other of-other-root signing $from $until request.csr
issue rsa of-rsa-root signing $from $until request.csr
request key-2.key "$camille"; issue issuing key-2 plain $from $until request.csr
request p384.key "$camille"; issue issuing p384 signing $from $until request.csr sha512
request ed25519.key "$camille"; issue issuing ed25519 plain $from $until request.csr
request p521.key "$camille"; issue issuing p521 signing $from $until request.csr
request rsa.key "$camille"; issue issuing rsa-key signing $from $until request.csr

serial() { openssl x509 -in "$1.pem" -noout -serial | cut -d= -f2; }
# revoke AUTHORITY NAME MOMENT[,REASON]
revoke() {
  local serial; serial=$(serial "$2")
  awk -v serial="$serial" -v revoked="$3" 'BEGIN { FS = OFS = "\t" }
    $4 == serial { $1 = "R"; $3 = revoked } { print }' "$1/index.txt" > index && mv index "$1/index.txt"
}
revoke issuing superseded 241001000000Z,superseded
revoke issuing superseded-later 241101123100Z,superseded
revoke issuing compromised 241101123100Z,keyCompromise
revoke issuing revoked-without-reason 241101123100Z
revoke root withdrawn 241001000000Z,cessationOfOperation
# list AUTHORITY NAME FROM UNTIL
list() {
  CA=$1 openssl ca -gencrl -config ca.cnf -crl_lastupdate "$3" -crl_nextupdate "$4" -out "$2.crl" 2>/dev/null
}
list root root 20241101000000Z 20241201000000Z
list issuing issuing 20241101000000Z 20241201000000Z
list withdrawn withdrawn 20241101000000Z 20241201000000Z
list tls tls 20241101000000Z 20241201000000Z
list issuing issuing-stale 20240901000000Z 20241001000000Z
# A list in the name of the issuing authority, signed with another key.
mkdir -p forged; cp issuing/index.txt issuing/serial issuing/ca.pem forged/; ec P-256 > forged/ca.key
CA=forged openssl req -new -x509 -config ca.cnf -extensions authority -key forged/ca.key \
  -subj '/C=CA/O=Test/CN=Issuing authority' -days 30 -out forged/ca.pem
: > forged/index.txt; echo 01 > forged/crlnumber
list forged issuing-forged 20241101000000Z 20241201000000Z

# pkcs12 FILE KEY CERTIFICATE [OPTIONS]
pkcs12() {
  local file=$1 key=$2 certificate=$3; shift 3
  openssl pkcs12 -export -inkey "$key" -in "$certificate" -certfile chain.pem \
    -name 'test' -passout 'pass:test password' -out "$out/$file" "$@"
}
cat issuing.pem root/ca.pem > chain.pem
pkcs12 key-1.p12 key-1.key key-1.pem
pkcs12 key-1-legacy.p12 key-1.key key-1.pem -legacy
pkcs12 key-2.p12 key-2.key key-2.pem
pkcs12 p384.p12 p384.key p384.pem
pkcs12 ed25519.p12 ed25519.key ed25519.pem
pkcs12 bad-rsa.p12 rsa.key rsa-key.pem
pkcs12 bad-p521.p12 p521.key p521.pem
pkcs12 key-1-no-mac.p12 key-1.key key-1.pem -nomac
openssl pkcs12 -export -nokeys -in key-1.pem -passout 'pass:test password' -out "$out/bad-no-key.p12"
openssl pkcs12 -export -nocerts -inkey key-1.key -passout 'pass:test password' -out "$out/bad-no-certificate.p12"

cp root/ca.pem "$out/root.pem"; cp other/ca.pem "$out/root-other.pem"; cp rsa/ca.pem "$out/root-rsa.pem"
for name in issuing withdrawn tls key-1 key-2 p384 ed25519 expired not-yet-valid superseded superseded-later \
  compromised revoked-without-reason key-agreement server critical-unknown authority under-withdrawn under-tls \
  of-other-root of-rsa-root p521 rsa-key; do
  cp "$name.pem" "$out/certificate-$name.pem"
done
for name in root issuing withdrawn tls issuing-stale issuing-forged; do cp "$name.crl" "$out/$name.crl"; done
