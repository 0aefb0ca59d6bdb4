import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Holds docs/verify/java against a folder of files and its manifest.
 *
 * <pre>
 * Check VERIFIER MANIFEST            every file, its outcome and reason
 * Check VERIFIER MANIFEST --places   every changed place of one file is refused, and why
 * Check VERIFIER MANIFEST --sign OUT signs the manifest's record anew, with its secrets
 * </pre>
 */
public final class Check {
  private final Path folder;
  private final Map<String, Object> manifest;
  private final Verify verifier;
  private final Map<String, Verify.Key> keys;
  private final long now;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Check(Path verifier, Path manifest) throws Exception {
    this.folder = manifest.getParent();
    this.manifest = Verify.object(Verify.parse(Files.readAllBytes(manifest), false));
    this.keys = keys(list("keys"));
    this.verifier = new Verify(verifier.resolve(".."));
    this.now = (Long) this.manifest.get("now");
  }

  private List<?> list(String name) {
    return (List<?>) manifest.get(name);
  }

  private Map<String, Verify.Key> keys(Object names) throws Exception {
    List<Path> paths = new ArrayList<>();
    for (Object name : (List<?>) names) paths.add(folder.resolve((String) name));
    return Verify.readKeys(paths);
  }

  /** Outcome, reason and signature, the last two null where there are none. */
  private List<Object> reached(byte[] data, Map<String, Object> file) throws Exception {
    try {
      if (!file.containsKey("trust")) return outcome(verifier.verify(data, keys, null, now), null, null);
      Map<String, Object> with = Verify.object(file.get("trust"));
      byte[] list = Files.readAllBytes(folder.resolve((String) with.get("list")));
      Map<String, Verify.Listed> entries = verifier.verifyList(list, keys(list("pinned")), null, now).entries();
      Map<String, Object> registered = Verify.object(with.get("registered"));
      Verify.Trust trust = new Verify.Trust(entries, (String) with.get("policy"), registered);
      return outcome(verifier.verify(data, keys(with.get("keys")), trust, now), null, null);
    } catch (Verify.Refused refused) {
      return outcome("not-verified", refused.code, refused.signature);
    }
  }

  private List<Object> reachedList(byte[] data, Map<String, Object> file) throws Exception {
    Verify.Seen seen = null;
    if (file.containsKey("seen")) {
      Map<String, Object> earlier = Verify.object(file.get("seen"));
      seen = new Verify.Seen((Long) earlier.get("sequence"), (String) earlier.get("digest"));
    }
    try {
      verifier.verifyList(data, keys(list("pinned")), seen, now);
      return outcome("verified", null, null);
    } catch (Verify.Refused refused) {
      return outcome("not-verified", refused.code, refused.signature);
    }
  }

  private static List<Object> outcome(String outcome, String reason, Integer signature) {
    List<Object> found = new ArrayList<>();
    found.add(outcome);
    found.add(reason);
    found.add(signature == null ? null : (long) signature);
    return found;
  }

  private boolean files() throws Exception {
    int failed = 0;
    List<Object> lists = new ArrayList<>(manifest.containsKey("lists") ? list("lists") : List.of());
    List<Object> entries = new ArrayList<>(list("files"));
    entries.addAll(lists);
    for (Object entry : entries) {
      Map<String, Object> file = Verify.object(entry);
      List<Object> expected = new ArrayList<>();
      for (String name : List.of("outcome", "reason", "signature")) expected.add(file.get(name));
      byte[] data = Files.readAllBytes(folder.resolve((String) file.get("file")));
      List<Object> found = lists.contains(entry) ? reachedList(data, file) : reached(data, file);
      if (!Objects.equals(found, expected)) {
        failed++;
        out.println(file.get("file") + ": " + found + " instead of " + expected);
      }
    }
    return tell(entries.size(), failed);
  }

  private boolean places() throws Exception {
    String text = Files.readString(folder.resolve((String) manifest.get("file")));
    int failed = reached(Verify.utf8(text), manifest).get(0).equals("verified") ? 0 : 1;
    for (Object change : list("places")) {
      int place = ((Long) ((List<?>) change).get(0)).intValue();
      int start = text.offsetByCodePoints(0, place);
      String letter = (String) ((List<?>) change).get(1);
      String changed = text.substring(0, start) + letter + text.substring(text.offsetByCodePoints(start, 1));
      List<Object> found = reached(Verify.utf8(changed), manifest);
      List<Object> expected = new ArrayList<>(((List<?>) change).subList(2, 4));
      expected.add(0, "not-verified");
      if (!found.equals(expected)) {
        failed++;
        out.println("place " + place + ", " + letter + ": " + found);
      }
    }
    return tell(list("places").size(), failed);
  }

  private boolean tell(int number, int failed) {
    out.println("java: " + (number - failed) + " passed, " + failed + " failed");
    return failed == 0;
  }

  /** One file per secret, and one that all of them sign in turn. */
  private void sign(Path folderOfFiles) throws Exception {
    Object record = Verify.parse(Files.readAllBytes(folder.resolve((String) manifest.get("record"))), true);
    List<Map<String, Object>> secrets = new ArrayList<>();
    for (Object name : list("secrets")) {
      secrets.add(Verify.object(Verify.parse(Files.readAllBytes(folder.resolve((String) name)), true)));
    }
    for (int index = 0; index < secrets.size(); index++) {
      write(folderOfFiles.resolve("java-" + (index + 1) + ".json"), record, secrets.subList(index, index + 1));
    }
    write(folderOfFiles.resolve("java-all.json"), record, secrets);
  }

  private void write(Path path, Object record, List<Map<String, Object>> secrets) throws Exception {
    List<Object> entries = new ArrayList<>();
    for (Map<String, Object> secret : secrets) {
      String algorithm =
          switch ((String) secret.get("crv")) {
            case "P-256" -> "ES256";
            case "P-384" -> "ES384";
            default -> "Ed25519";
          };
      Map<String, Object> header = new TreeMap<>();
      header.put("alg", algorithm);
      header.put("iat", now);
      header.put("kid", Verify.thumbprint(secret));
      header.put("name", "Zoé Tremblay");
      header.put("prev", Verify.encode(Verify.sha256(Verify.utf8(Verify.canonical(entries)))));
      header.put("role", "preparer");
      header.put("typ", Verify.TYP);
      String encoded = Verify.encode(Verify.utf8(Verify.canonical(header)));
      String message = encoded + "." + Verify.encode(Verify.utf8(Verify.canonical(record)));
      String signature = Verify.encode(signature(algorithm, secret, Verify.utf8(message)));
      entries.add(new TreeMap<>(Map.of("protected", encoded, "signature", signature)));
    }
    Map<String, Object> file = new TreeMap<>();
    file.put("format", Verify.FORMAT);
    file.put("record", record);
    file.put("signatures", entries);
    Files.writeString(path, Verify.canonical(file) + "\r\n");
  }

  private static byte[] signature(String algorithm, Map<String, Object> secret, byte[] message) throws Exception {
    byte[] d = Verify.decode((String) secret.get("d"));
    PrivateKey key;
    if (algorithm.equals("Ed25519")) {
      key = KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, d));
    } else {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(algorithm.equals("ES256") ? "secp256r1" : "secp384r1"));
      ECParameterSpec domain = parameters.getParameterSpec(ECParameterSpec.class);
      key = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new java.math.BigInteger(1, d), domain));
    }
    String name =
        switch (algorithm) {
          case "ES256" -> "SHA256withECDSAinP1363Format";
          case "ES384" -> "SHA384withECDSAinP1363Format";
          default -> "Ed25519";
        };
    Signature signer = Signature.getInstance(name);
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }

  public static void main(String[] words) throws Exception {
    Check check = new Check(Path.of(words[0]), Path.of(words[1]));
    String mode = words.length > 2 ? words[2] : "";
    boolean passed = true;
    switch (mode) {
      case "--places" -> passed = check.places();
      case "--sign" -> check.sign(Path.of(words[3]));
      default -> passed = check.files();
    }
    System.exit(passed ? 0 : 1);
  }
}
