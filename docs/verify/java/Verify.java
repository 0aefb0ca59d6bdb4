import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies a signed submission offline, with the JDK alone (17 or later). The format: ../README.md.
 *
 * <pre>
 * java Verify.java FILE --key PUBLIC.jwk [--key …]
 * java Verify.java FILE --trust LIST --pin AGENCY.jwk [--seen FILE] [--policy preparer-handwritten]
 * </pre>
 *
 * Prints the outcome, and the code of the reason where the file is refused; ends with 0 only for
 * {@code verified}. The schemas are read from the folder above; --schemas names another. The signature is checked last: before it, this program checks everything else.
 */
public final class Verify {
  static final String FORMAT = "probitas-submission/1";
  static final String TYP = "probitas-submission+jws";
  static final String TRUST_FORMAT = "probitas-trust/1";
  static final String TRUST_TYP = "probitas-trust+jws";
  static final String PREPARER = "preparer";
  static final String DEPUTY_HEAD = "deputyHead";
  static final Map<String, List<String>> POLICIES =
      Map.of("both", List.of(PREPARER, DEPUTY_HEAD), "preparer-handwritten", List.of(PREPARER));
  static final Set<String> SHAPE =
      Set.of("format-other", "file-members", "signature-entry", "signatures-too-many");
  static final int MAX_FILE_BYTES = 4 << 20;
  static final int MAX_SIGNATURES = 8;
  static final int MAX_DEPTH = 32;
  static final long MAX_INTEGER = (1L << 53) - 1;
  static final long DAY = 86_400;
  static final long LAST_MOMENT = 8_210_266_876_799L;

  // The characters with White_Space of Unicode; isBlank() leaves out the no-break spaces.
  private static final Pattern BLANK = Pattern.compile("\\p{IsWhite_Space}*");
  // RFC 3339 as README 2.7 has it, and the numbers in it.
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:Z|[+-]([0-9]{2}):([0-9]{2}))");

  /** The code of the reason, and which signature it concerns, from 0; null for the file. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    final String code;
    final Integer signature;

    Refused(String code, Integer signature) {
      super(code);
      this.code = code;
      this.signature = signature;
    }

    Refused(String code) {
      this(code, null);
    }
  }

  /** A trusted public key: it has the algorithm, never the file. */
  record Key(String algorithm, PublicKey key) {}

  /** A key of a verified trust list, with its entry. */
  record Listed(Key key, Map<String, Object> entry) {
    Object organization() {
      return entry.get("organizationId");
    }

    long moment(String name) {
      return (Long) entry.get(name);
    }
  }

  /** Of a trust list, what is to be remembered: SHA-256 in hexadecimal. */
  record Seen(long sequence, String digest) {}

  record TrustList(Map<String, Listed> entries, Seen seen) {}

  /**
   * `registered`: the signatures that were received already, each with its `kid`, `role` and `iat`,
   * by the SHA-256, in hexadecimal, of the record that they sign.
   */
  record Trust(Map<String, Listed> entries, String policy, Map<String, Object> registered) {
    /** Whether this very signature is in the register, not only its record. */
    boolean hasReceived(Map<String, Object> header, byte[] record) {
      Map<String, Object> known = new HashMap<>(header);
      known.keySet().retainAll(Set.of("kid", "role", "iat"));
      return ((List<?>) registered.getOrDefault(digest(record), List.of())).contains(known);
    }
  }

  private final Schema submissions;
  private final Schema lists;

  /** `schemas`: the folder with the two JSON Schemas. */
  Verify(Path schemas) throws Exception {
    submissions = new Schema(schemas.resolve("probitas-submission-1.schema.json"));
    lists = new Schema(schemas.resolve("probitas-trust-1.schema.json"));
  }

  /** The outcome. `keys`: by kid, those that are not in a list; `trust` may be null. */
  String verify(byte[] data, Map<String, Key> keys, Trust trust, long now) throws Refused {
    if (data.length > MAX_FILE_BYTES) throw new Refused("too-large");
    Object file = parse(data, false);
    if (isCanonical(data, file)) return check(file, keys, trust, now);
    try {
      String outcome = check(file, keys, trust, now);
      return outcome.equals("not-signed") ? outcome : "reencoded";
    } catch (Refused refused) {
      throw SHAPE.contains(refused.code) ? refused : new Refused("not-canonical");
    }
  }

  private static boolean isCanonical(byte[] data, Object file) {
    return canonical(file).equals(withoutWhiteSpace(new String(data, StandardCharsets.UTF_8)));
  }

  static String withoutWhiteSpace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean open = false;
    for (int place = 0; place < text.length(); place++) {
      char symbol = text.charAt(place);
      if (open || " \t\n\r".indexOf(symbol) < 0) out.append(symbol);
      if (open && symbol == '\\') out.append(text.charAt(++place));
      else if (symbol == '"') open = !open;
    }
    return out.toString();
  }

  /** Checks what stands in the file, whatever white space there is besides. */
  private String check(Object content, Map<String, Key> keys, Trust trust, long now) throws Refused {
    Map<String, Object> file = cut(content, FORMAT);
    List<?> entries = (List<?>) file.get("signatures");
    byte[] record = utf8(canonical(file.get("record")));
    Map<String, Listed> listed = trust == null ? Map.of() : trust.entries;
    List<String> kids = new ArrayList<>();
    List<Object> roles = new ArrayList<>();
    List<Listed> signers = new ArrayList<>();
    for (int index = 0; index < entries.size(); index++) {
      try {
        Map<String, Object> entry = object(entries.get(index));
        Map<String, Object> header = readHeader((String) entry.get("protected"), TYP);
        String kid = (String) header.get("kid");
        Listed known = listed.get(kid);
        if (known != null) checkEntry(known, header, record, trust);
        Key key = known == null ? keys.get(kid) : known.key;
        checkSignature(entry, header, entries.subList(0, index), record, key, now);
        if (known != null) signers.add(known);
        kids.add(kid);
        roles.add(header.get("role"));
      } catch (Refused refused) {
        throw new Refused(refused.code, index);
      }
    }
    if (trust != null && Set.copyOf(kids).size() < kids.size()) throw new Refused("key-twice");
    Set<Object> organizations = new HashSet<>();
    for (Listed signer : signers) organizations.add(signer.organization());
    if (organizations.size() > 1) throw new Refused("organizations-differ");
    Object parsed = parse(record, true);
    checkRecord(parsed);
    Object own = object(object(parsed).get("submission")).get("organizationId");
    if (!organizations.isEmpty() && !organizations.contains(own)) throw new Refused("organization-mismatch");
    if (entries.isEmpty()) return "not-signed";
    if (trust == null) return "verified";
    if (signers.size() < entries.size()) return "unconfirmed";
    checkRoles(roles, POLICIES.get(trust.policy));
    return "verified";
  }

  /** The members of a file, if they are those of the format. */
  private static Map<String, Object> cut(Object content, String format) throws Refused {
    Map<String, Object> file = content instanceof Map ? object(content) : Map.of();
    if (!format.equals(file.get("format"))) {
      throw new Refused(format.equals(FORMAT) ? "format-other" : "trust-list-format-other");
    }
    boolean members = file.get("record") instanceof Map && file.get("signatures") instanceof List;
    if (file.size() != 3 || !members) throw new Refused("file-members");
    checkEntries((List<?>) file.get("signatures"));
    return file;
  }

  /** What the entry of a key forbids its signature. */
  private static void checkEntry(Listed known, Map<String, Object> header, byte[] record, Trust trust) throws Refused {
    long iat = (Long) header.get("iat");
    if (iat < known.moment("nbf")) throw new Refused("key-not-yet-valid");
    if (iat >= known.moment("exp")) throw new Refused("key-expired");
    Map<String, Object> revoked = object(known.entry.get("revoked"));
    if (revoked != null && revoked.get("reason").equals("keyCompromise")) {
      if (!trust.hasReceived(header, record)) throw new Refused("key-compromised");
    } else if (revoked != null && iat >= (Long) revoked.get("at")) {
      throw new Refused("key-revoked");
    }
    if (!((List<?>) known.entry.get("roles")).contains(header.get("role"))) throw new Refused("role-not-granted");
  }

  private static void checkRoles(List<Object> roles, List<String> needed) throws Refused {
    if (needed.contains(PREPARER) && !roles.contains(PREPARER)) throw new Refused("preparer-missing");
    if (needed.contains(DEPUTY_HEAD) && !roles.contains(DEPUTY_HEAD)) throw new Refused("deputy-head-missing");
    int approved = roles.indexOf(DEPUTY_HEAD);
    if (approved >= 0 && approved < roles.indexOf(PREPARER)) throw new Refused("role-order", approved);
  }

  /** `seen`: what was remembered of the newest list that was verified before; may be null. */
  TrustList verifyList(byte[] data, Map<String, Key> pinned, Seen seen, long now) throws Refused {
    if (data.length > MAX_FILE_BYTES) throw new Refused("too-large");
    Object parsed = parse(data, false);
    Map<String, Object> file = cut(parsed, TRUST_FORMAT);
    List<?> signatures = (List<?>) file.get("signatures");
    byte[] record = utf8(canonical(file.get("record")));
    if (signatures.isEmpty()) throw new Refused("trust-list-unsigned");
    for (int index = 0; index < signatures.size(); index++) {
      try {
        Map<String, Object> entry = object(signatures.get(index));
        Map<String, Object> header = readHeader((String) entry.get("protected"), TRUST_TYP);
        checkSignature(entry, header, signatures.subList(0, index), record, pinned.get(header.get("kid")), now);
      } catch (Refused refused) {
        throw new Refused(refused.code, index);
      }
    }
    if (!isCanonical(data, parsed)) throw new Refused("not-canonical");
    Object content = parse(record, true);
    Map<String, Listed> entries = readEntries(content);
    Seen found = new Seen((Long) object(content).get("sequence"), digest(record));
    if (seen != null && found.sequence < seen.sequence) throw new Refused("trust-list-rolled-back");
    if (seen != null && found.sequence == seen.sequence && !found.equals(seen)) throw new Refused("trust-list-forked");
    if ((Long) object(content).get("issued") > now + DAY) throw new Refused("trust-list-in-future");
    if ((Long) object(content).get("nextUpdate") <= now) throw new Refused("trust-list-stale");
    return new TrustList(entries, found);
  }

  private Map<String, Listed> readEntries(Object content) throws Refused {
    if (!lists.allows(content)) throw new Refused("trust-list-members");
    Map<String, Object> list = object(content);
    if ((Long) list.get("sequence") < 1) throw new Refused("trust-list-members");
    if ((Long) list.get("issued") >= (Long) list.get("nextUpdate")) throw new Refused("trust-list-dates");
    Map<String, Listed> entries = new HashMap<>();
    for (Object item : (List<?>) list.get("keys")) {
      Map<String, Object> entry = object(item);
      if (entries.containsKey(entry.get("kid"))) throw new Refused("trust-list-key-twice");
      if (!isPrintedName((String) entry.get("person"))) throw new Refused("trust-list-members");
      if ((Long) entry.get("nbf") >= (Long) entry.get("exp")) throw new Refused("trust-list-dates");
      Map<String, Object> jwk = object(entry.get("jwk"));
      Key key;
      try {
        key = readKey(jwk);
      } catch (GeneralSecurityException | RuntimeException unusable) {
        throw new Refused("trust-list-key");
      }
      boolean bare = jwk.equals(required(jwk)) && thumbprint(jwk).equals(entry.get("kid"));
      if (!bare || !key.algorithm.equals(entry.get("alg"))) throw new Refused("trust-list-key");
      entries.put((String) entry.get("kid"), new Listed(key, entry));
    }
    return entries;
  }

  private static void checkEntries(List<?> entries) throws Refused {
    for (Object entry : entries.subList(0, Math.min(entries.size(), MAX_SIGNATURES))) {
      boolean members = entry instanceof Map && object(entry).keySet().equals(Set.of("protected", "signature"));
      if (!members) throw new Refused("signature-entry");
      for (Object text : object(entry).values()) {
        boolean plain = text instanceof String && ((String) text).matches("[!#-\\[\\]-~]*");
        if (!plain) throw new Refused("signature-entry");
      }
    }
    if (entries.size() > MAX_SIGNATURES) throw new Refused("signatures-too-many");
  }

  private static void checkSignature(
      Map<String, Object> entry, Map<String, Object> header, List<?> earlier, byte[] record, Key key, long now)
      throws Refused {
    if (key == null) throw new Refused("kid-unknown");
    if (!key.algorithm.equals(header.get("alg"))) throw new Refused("alg-mismatch");
    if (!encode(sha256(utf8(canonical(earlier)))).equals(header.get("prev"))) throw new Refused("prev-mismatch");
    if ((Long) header.get("iat") > now + DAY) throw new Refused("iat-in-future");
    byte[] signature = decode((String) entry.get("signature"));
    if (signature == null) throw new Refused("signature-base64url");
    byte[] input = utf8(entry.get("protected") + "." + encode(record));
    if (!isGood(key, input, signature)) throw new Refused("signature-bad");
  }

  private static boolean isGood(Key key, byte[] message, byte[] signature) {
    String name =
        switch (key.algorithm) {
          case "ES256" -> "SHA256withECDSAinP1363Format";
          case "ES384" -> "SHA384withECDSAinP1363Format";
          default -> "Ed25519";
        };
    if (signature.length != (key.algorithm.equals("ES384") ? 96 : 64)) return false;
    try {
      Signature verifier = Signature.getInstance(name);
      verifier.initVerify(key.key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static Map<String, Object> readHeader(String encoded, String typ) throws Refused {
    byte[] data = decode(encoded);
    if (data == null) throw new Refused("header-base64url");
    Object parsed;
    try {
      parsed = parse(data, true);
    } catch (Refused refused) {
      throw new Refused("header-not-canonical");
    }
    if (!(parsed instanceof Map)) throw new Refused("header-not-canonical");
    Map<String, Object> header = object(parsed);
    List<String> names = new ArrayList<>(List.of("typ", "alg", "kid", "iat", "name", "prev"));
    if (typ.equals(TYP)) names.add("role");
    List<String> allowed = new ArrayList<>(names);
    if (typ.equals(TYP)) allowed.add("x5c");
    if (!allowed.containsAll(header.keySet())) throw new Refused("header-forbidden-name");
    if (!Arrays.equals(utf8(canonical(header)), data)) throw new Refused("header-not-canonical");
    for (String name : names) {
      if (!fits(name, header.get(name), typ)) throw new Refused("header-" + name);
    }
    if (header.containsKey("x5c") && !isChain(header.get("x5c"))) throw new Refused("header-x5c");
    return header;
  }

  /** Certificates in DER, in plain base64. Nothing is believed of them here. */
  private static boolean isChain(Object value) {
    return value instanceof List<?> texts
        && texts.size() >= 1
        && texts.size() <= 8
        && texts.stream().allMatch(Verify::isCertificate);
  }

  private static boolean isCertificate(Object value) {
    if (!(value instanceof String text)) return false;
    try {
      byte[] data = Base64.getDecoder().decode(text);
      boolean same = Base64.getEncoder().encodeToString(data).equals(text);
      return same && data.length >= 1 && data.length <= 16384;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean fits(String name, Object value, String typ) {
    if (name.equals("iat")) return value instanceof Long iat && iat >= 0 && iat <= LAST_MOMENT;
    if (!(value instanceof String text)) return false;
    return switch (name) {
      case "typ" -> text.equals(typ);
      case "kid" -> {
        byte[] kid = decode(text);
        yield kid != null && kid.length == 32;
      }
      case "name" -> isPrintedName(text);
      case "role" -> text.equals(PREPARER) || text.equals(DEPUTY_HEAD);
      default -> true;
    };
  }

  /** One line that is not blank. */
  private static boolean isPrintedName(String name) {
    boolean oneLine = !Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]").matcher(name).find();
    return oneLine && !BLANK.matcher(name).matches() && utf8(name).length <= 200;
  }

  private void checkRecord(Object record) throws Refused {
    if (!submissions.allows(record)) throw new Refused("record-members");
    String createdAt = (String) object(object(record).get("submission")).get("createdAt");
    if (!isMoment(createdAt)) throw new Refused("record-members");
    List<?> answers = (List<?>) object(record).get("answers");
    if (!object(record).get("answerCount").equals((long) answers.size())) throw new Refused("record-answer-count");
    Set<Object> items = new HashSet<>();
    for (Object answer : answers) {
      if (!items.add(object(answer).get("id"))) throw new Refused("record-duplicate-item");
    }
  }

  /** A day of the calendar, a time of the day, an offset: OffsetDateTime has none beyond 18 hours. */
  private static boolean isMoment(String text) {
    Matcher found = MOMENT.matcher(text);
    if (!found.matches()) return false;
    int[] numbers = new int[9];
    for (int group = 1; group < numbers.length; group++) {
      numbers[group] = found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }
    int month = numbers[2];
    boolean isDay = month >= 1 && month <= 12 && YearMonth.of(numbers[1], month).isValidDay(numbers[3]);
    boolean isTime = numbers[4] <= 23 && numbers[5] <= 59 && numbers[6] <= 59;
    return isDay && isTime && numbers[7] <= 23 && numbers[8] <= 59;
  }

  /** Public keys by their RFC 7638 thumbprint. */
  static Map<String, Key> readKeys(List<Path> paths) throws Exception {
    Map<String, Key> keys = new HashMap<>();
    for (Path path : paths) {
      Map<String, Object> jwk = object(parse(Files.readAllBytes(path), true));
      if (jwk.containsKey("d")) throw new IllegalArgumentException(path + ": a private key");
      keys.put(thumbprint(jwk), readKey(jwk));
    }
    return keys;
  }

  private static Key readKey(Map<String, Object> jwk) throws GeneralSecurityException {
    String kind = jwk.get("kty") + " " + jwk.get("crv");
    return switch (kind) {
      case "EC P-256" -> new Key("ES256", point("secp256r1", jwk));
      case "EC P-384" -> new Key("ES384", point("secp384r1", jwk));
      case "OKP Ed25519" -> new Key("Ed25519", edwards(decode((String) jwk.get("x"))));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** RFC 7638 §3.2 and RFC 8037 §2. */
  private static Map<String, Object> required(Map<String, Object> jwk) {
    Map<String, Object> required = new TreeMap<>(jwk);
    boolean elliptic = "EC".equals(jwk.get("kty"));
    required.keySet().retainAll(elliptic ? Set.of("crv", "kty", "x", "y") : Set.of("crv", "kty", "x"));
    return required;
  }

  static String thumbprint(Map<String, Object> jwk) {
    return encode(sha256(utf8(canonical(required(jwk)))));
  }

  private static PublicKey point(String curve, Map<String, Object> jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    BigInteger x = new BigInteger(1, decode((String) jwk.get("x")));
    BigInteger y = new BigInteger(1, decode((String) jwk.get("y")));
    ECParameterSpec domain = parameters.getParameterSpec(ECParameterSpec.class);
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), domain));
  }

  /** RFC 8410 §4: an identifier before the 32 bytes. */
  private static PublicKey edwards(byte[] x) throws GeneralSecurityException {
    byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(x));
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String digest(byte[] data) {
    return HexFormat.of().formatHex(sha256(data));
  }

  static String encode(byte[] data) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
  }

  /** Strict base64url (RFC 7515 §2): only what encoding would give. */
  static byte[] decode(String text) {
    try {
      byte[] data = Base64.getUrlDecoder().decode(text);
      return encode(data).equals(text) ? data : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** RFC 8785. A TreeMap of String is in the order of UTF-16 that it asks for. */
  static String canonical(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map) {
      char before = '{';
      for (Map.Entry<String, Object> member : object(value).entrySet()) {
        write(member.getKey(), out.append(before));
        write(member.getValue(), out.append(':'));
        before = ',';
      }
      out.append(before == '{' ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      char before = '[';
      for (Object item : list) {
        write(item, out.append(before));
        before = ',';
      }
      out.append(before == '[' ? "[]" : "]");
    } else if (value instanceof String text) {
      writeText(text, out);
    } else {
      out.append(value instanceof Double number ? number(number) : String.valueOf(value));
    }
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (char symbol : text.toCharArray()) {
      int known = "\b\t\n\f\r\"\\".indexOf(symbol);
      if (known >= 0) out.append('\\').append("btnfr\"\\".charAt(known));
      else if (symbol < 0x20) out.append(String.format("\\u%04x", (int) symbol));
      else out.append(symbol);
    }
    out.append('"');
  }

  /** As ECMAScript writes numbers. */
  private static String number(double number) {
    if (number == 0) return "0";
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -7 + 1 && exponent < 21) return decimal.toPlainString();
    String digits = decimal.unscaledValue().abs().toString();
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (number < 0 ? "-" : "") + digits.charAt(0) + rest + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  static Object parse(byte[] data, boolean strict) throws Refused {
    if (data.length >= 3 && data[0] == (byte) 0xef && data[1] == (byte) 0xbb && data[2] == (byte) 0xbf) {
      throw new Refused("json-byte-order-mark");
    }
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data));
    } catch (CharacterCodingException malformed) {
      throw new Refused("json-not-utf8");
    }
    return new Parser(text.toString(), strict).whole();
  }

  /** JSON that every reader reads alike; if strict, also narrowed I-JSON (RFC 7493). */
  private static final class Parser {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern FORBIDDEN =
        Pattern.compile(
            "[\\x00-\\x08\\x0b-\\x1f\\x7f\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufdd0-\\ufdef]");
    private final String text;
    private final boolean strict;
    private int place = 0;

    Parser(String text, boolean strict) {
      this.text = text;
      this.strict = strict;
    }

    Object whole() throws Refused {
      Object value = value(0);
      skip();
      if (place < text.length()) throw new Refused("json-syntax");
      return value;
    }

    private void skip() {
      while (place < text.length() && " \t\n\r".indexOf(text.charAt(place)) >= 0) place++;
    }

    private Refused fault() {
      return new Refused(place >= text.length() ? "json-truncated" : "json-syntax");
    }

    /** The next symbol after white space, which is not passed. */
    private char next() throws Refused {
      skip();
      if (place >= text.length()) throw fault();
      return text.charAt(place);
    }

    private void pass(char symbol) throws Refused {
      if (next() != symbol) throw fault();
      place++;
    }

    private Object value(int depth) throws Refused {
      char first = next();
      if ((first == '{' || first == '[') && depth >= MAX_DEPTH) throw new Refused("json-too-deep");
      if (first == '{') return members(depth + 1);
      if (first == '[') return items(depth + 1);
      if (first == '"') return checked(string());
      if (first == '-' || (first >= '0' && first <= '9')) return number();
      if (literal("true")) return true;
      if (literal("false")) return false;
      if (literal("null")) return null;
      throw fault();
    }

    private boolean literal(String word) {
      boolean there = text.startsWith(word, place);
      if (there) place += word.length();
      return there;
    }

    private Map<String, Object> members(int depth) throws Refused {
      Map<String, Object> members = new TreeMap<>();
      pass('{');
      for (char before = '{'; next() != '}' || before == ','; ) {
        if (next() != '"') throw fault();
        String name = string();
        if (strict && !name.matches("[ -~]*")) throw new Refused("json-name-not-ascii");
        pass(':');
        if (members.containsKey(name)) throw new Refused("json-duplicate-name");
        members.put(name, value(depth));
        before = next();
        if (before == ',') place++;
        else if (before != '}') throw fault();
      }
      pass('}');
      return members;
    }

    private List<Object> items(int depth) throws Refused {
      List<Object> items = new ArrayList<>();
      pass('[');
      for (char before = '['; next() != ']' || before == ','; ) {
        items.add(value(depth));
        before = next();
        if (before == ',') place++;
        else if (before != ']') throw fault();
      }
      pass(']');
      return items;
    }

    private Object number() throws Refused {
      Matcher matcher = NUMBER.matcher(text).region(place, text.length());
      if (!matcher.lookingAt()) throw new Refused("json-syntax");
      place = matcher.end();
      String digits = matcher.group();
      double number = Double.parseDouble(digits);
      if (Double.isInfinite(number)) throw new Refused("json-syntax");
      boolean integer = digits.matches("-?[0-9]+") && !digits.equals("-0");
      if (strict && !integer) throw new Refused("json-not-an-integer");
      if (integer && Math.abs(number) <= MAX_INTEGER) return Long.valueOf(digits);
      if (strict) throw new Refused("json-integer-out-of-range");
      return number;
    }

    private String string() throws Refused {
      StringBuilder out = new StringBuilder();
      for (place++; ; place++) {
        if (place >= text.length()) throw fault();
        char symbol = text.charAt(place);
        if (symbol == '"') break;
        if (symbol < 0x20) throw fault();
        out.append(symbol == '\\' ? escape() : symbol);
      }
      place++;
      for (int index = 0; index < out.length(); index += Character.charCount(out.codePointAt(index))) {
        int code = out.codePointAt(index);
        if (code >= 0xd800 && code <= 0xdfff) throw new Refused("json-syntax");
      }
      return out.toString();
    }

    private char escape() throws Refused {
      if (++place >= text.length()) throw fault();
      int known = "btnfr\"\\/".indexOf(text.charAt(place));
      if (known >= 0) return "\b\t\n\f\r\"\\/".charAt(known);
      int end = place + 5;
      if (end > text.length()) throw new Refused("json-truncated");
      String digits = text.substring(place, end);
      if (!digits.matches("u[0-9a-fA-F]{4}")) throw fault();
      place = end - 1;
      return (char) Integer.parseInt(digits.substring(1), 16);
    }

    private String checked(String value) throws Refused {
      boolean noncharacter = value.codePoints().anyMatch(code -> (code & 0xfffe) == 0xfffe);
      if (strict && (noncharacter || FORBIDDEN.matcher(value).find())) throw new Refused("json-forbidden-character");
      if (strict && !Normalizer.isNormalized(value, Normalizer.Form.NFC)) throw new Refused("json-not-nfc");
      return value;
    }
  }

  /** As much of JSON Schema 2020-12 as the schema of a record uses; anything else is an error. */
  private static final class Schema {
    private final Map<String, Object> definitions;

    Schema(Path file) throws Exception {
      definitions = object(object(parse(Files.readAllBytes(file), false)).get("$defs"));
      if (!definitions.containsKey("key")) return;
      // What a key must be is checked elsewhere, with a reason of its own.
      Map<String, Object> key = object(object(definitions.get("key")).get("properties"));
      key.put("jwk", new TreeMap<>(Map.of("type", "object")));
    }

    boolean allows(Object record) {
      return allows(definitions.get("record"), record);
    }

    private boolean allows(Object schema, Object value) {
      return object(schema).keySet().stream().allMatch(keyword -> fits(object(schema), keyword, value));
    }

    private boolean fits(Map<String, Object> schema, String keyword, Object value) {
      Object rule = schema.get(keyword);
      return switch (keyword) {
        case "title", "description", "then", "else" -> true;
        case "$ref" -> allows(definitions.get(((String) rule).substring("#/$defs/".length())), value);
        case "type" -> isOfType((String) rule, value);
        case "const" -> Objects.equals(rule, value);
        case "enum" -> ((List<?>) rule).contains(value);
        case "allOf" -> ((List<?>) rule).stream().allMatch(part -> allows(part, value));
        case "oneOf" -> ((List<?>) rule).stream().filter(part -> allows(part, value)).count() == 1;
        case "if" -> {
          Object branch = schema.get(allows(rule, value) ? "then" : "else");
          yield branch == null || allows(branch, value);
        }
        // In Java `$` also fits before a final line feed; in JSON Schema it does not.
        case "pattern" ->
            !(value instanceof String text)
                || Pattern.compile(((String) rule).replaceFirst("\\$$", "\\\\z")).matcher(text).find();
        case "minLength" -> !(value instanceof String text) || text.codePoints().count() >= (Long) rule;
        case "minimum" -> !(value instanceof Long number) || number >= (Long) rule;
        case "maximum" -> !(value instanceof Long number) || number <= (Long) rule;
        case "minItems" -> !(value instanceof List<?> list) || list.size() >= (Long) rule;
        case "maxItems" -> !(value instanceof List<?> list) || list.size() <= (Long) rule;
        case "uniqueItems" -> !(value instanceof List<?> list) || new HashSet<>(list).size() == list.size();
        case "items" -> !(value instanceof List<?> list) || list.stream().allMatch(item -> allows(rule, item));
        default -> !(value instanceof Map) || fitsObject(schema, keyword, object(value));
      };
    }

    private boolean fitsObject(Map<String, Object> schema, String keyword, Map<String, Object> value) {
      Object rule = schema.get(keyword);
      return switch (keyword) {
        case "required" -> value.keySet().containsAll((List<?>) rule);
        case "minProperties" -> value.size() >= (Long) rule;
        case "additionalProperties" ->
            rule.equals(true) || object(schema.get("properties")).keySet().containsAll(value.keySet());
        case "properties" ->
            object(rule).entrySet().stream()
                .allMatch(entry -> !value.containsKey(entry.getKey()) || allows(entry.getValue(), value.get(entry.getKey())));
        case "dependentRequired" ->
            object(rule).entrySet().stream()
                .allMatch(entry -> !value.containsKey(entry.getKey()) || value.keySet().containsAll((List<?>) entry.getValue()));
        default -> throw new IllegalStateException("keyword " + keyword);
      };
    }

    private static boolean isOfType(String type, Object value) {
      return switch (type) {
        case "object" -> value instanceof Map;
        case "array" -> value instanceof List;
        case "string" -> value instanceof String;
        case "integer" -> value instanceof Long;
        case "boolean" -> value instanceof Boolean;
        case "null" -> value == null;
        default -> throw new IllegalStateException("type " + type);
      };
    }
  }

  /** The verified list; what is to be remembered of it is written to `remembered`, unless null. */
  private TrustList readTrust(Path list, Map<String, Key> pinned, Path remembered, long now) throws Exception {
    Seen seen = null;
    if (remembered != null && Files.exists(remembered)) {
      Map<String, Object> earlier = object(object(parse(Files.readAllBytes(remembered), true)).get("seen"));
      seen = new Seen((Long) earlier.get("sequence"), (String) earlier.get("digest"));
    }
    TrustList verified = verifyList(Files.readAllBytes(list), pinned, seen, now);
    if (remembered != null) {
      Object kept = new TreeMap<>(Map.of("sequence", verified.seen.sequence, "digest", verified.seen.digest));
      Files.writeString(remembered, canonical(new TreeMap<>(Map.of("format", "probitas-trust-seen/1", "seen", kept))));
    }
    return verified;
  }

  public static void main(String[] words) throws Exception {
    List<String> files = new ArrayList<>();
    Map<String, List<Path>> options = new HashMap<>();
    String policy = "both";
    for (int index = 0; index < words.length; index++) {
      if (!words[index].startsWith("--")) files.add(words[index]);
      else if (words[index].equals("--policy")) policy = words[++index];
      else options.computeIfAbsent(words[index++], name -> new ArrayList<>()).add(Path.of(words[index]));
    }
    Set<String> known = Set.of("--key", "--trust", "--pin", "--seen", "--schemas");
    if (files.size() != 1 || !known.containsAll(options.keySet()) || !POLICIES.containsKey(policy)) {
      System.err.println("usage: java Verify.java FILE --key PUBLIC.jwk | --trust LIST --pin AGENCY.jwk");
      System.exit(2);
    }
    Verify verifier = new Verify(options.getOrDefault("--schemas", List.of(Path.of(".."))).get(0));
    long now = System.currentTimeMillis() / 1000;
    String outcome;
    try {
      Trust trust = null;
      if (options.containsKey("--trust")) {
        Path seen = options.containsKey("--seen") ? options.get("--seen").get(0) : null;
        Map<String, Key> pinned = readKeys(options.getOrDefault("--pin", List.of()));
        TrustList list = verifier.readTrust(options.get("--trust").get(0), pinned, seen, now);
        trust = new Trust(list.entries, policy, Map.of());
      }
      Map<String, Key> keys = readKeys(options.getOrDefault("--key", List.of()));
      outcome = verifier.verify(Files.readAllBytes(Path.of(files.get(0))), keys, trust, now);
    } catch (Refused refused) {
      String where = refused.signature == null ? "" : " (signature " + (refused.signature + 1) + ")";
      outcome = "not-verified: " + refused.code + where;
    }
    System.out.println(outcome);
    System.exit(outcome.equals("verified") ? 0 : 1);
  }
}
