# Outcomes.
verification-verified = Vérifié : le contenu n’a pas changé depuis sa signature avec les clés fournies.
verification-not-signed = Non signé : le contenu est conforme au format, mais personne ne l’a signé.
verification-reencoded = Contenu valide, fichier réencodé : le contenu est bien celui qui a été signé, mais un autre programme a réécrit le fichier. Ce fichier ne peut pas être versé au registre.
verification-not-verified = Non vérifié.
verification-proves = Une signature valide montre que la personne qui détient cette clé a signé exactement ce contenu, et rien de plus. Ce n’est pas une signature électronique sécurisée.
verification-signed-by = Signé par { $name } ({ $role }), qui indique avoir signé le { $date }; clé { $kid }

# What was not checked.
not-checked-heading = Non vérifié :
not-checked-role = si la personne exerce le rôle indiqué dans la signature
not-checked-organization = si la personne fait partie de l’organisation
not-checked-validity = si la clé était valide au moment de la signature
not-checked-revocation = si la clé a été révoquée
not-checked-register = si le registre de l’organisme contient déjà cette révision ou une plus récente
not-checked-items = si tous les éléments y sont : ce programme n’a pas le questionnaire

# What to do, where it is the same for many.
hint-original-file = Demandez le fichier original, tel que le programme l’a écrit, à la personne qui vous l’a envoyé.
hint-do-not-use-file = N’utilisez pas ce fichier. Demandez à la personne qui vous l’a envoyé d’exporter et de signer l’autoévaluation de nouveau.
hint-correct-record = Corrigez l’ébauche et exportez-la de nouveau.
hint-correct-id = Corrigez l’identifiant, par exemple « elections-canada ».
hint-report-fault = Il s’agit d’un défaut du programme : veuillez le signaler.

# Places in a JSON text.
json-place-line = ligne { $line }, colonne { $column }
json-place-pointer = à { $pointer }
json-place-whole = l’ensemble du texte

# Faults of a JSON text.
err-json-byte-order-mark = Le texte commence par un indicateur d’ordre des octets, ce qui n’est pas permis.
err-json-not-utf8 = Le texte n’est pas en UTF-8 ({ $place }).
err-json-syntax = Le texte n’est pas du JSON valide ({ $place }).
err-json-truncated = Le texte est tronqué ({ $place }).
err-json-duplicate-name = Un nom figure deux fois dans un même objet ({ $place }) : il pourrait être lu différemment d’un programme à l’autre.
err-json-name-not-ascii = Le nom d’un membre n’est pas en ASCII simple ({ $place }).
err-json-not-an-integer = Un nombre n’est pas un entier ({ $place }).
err-json-integer-out-of-range = Un nombre est trop grand ({ $place }).
err-json-forbidden-character = Un texte contient le caractère { $character }, qui n’est pas permis ({ $place }).
err-json-not-nfc = Un texte n’est pas en forme de normalisation C d’Unicode ({ $place }).
err-json-too-deep = Le texte comporte trop de niveaux d’imbrication ({ $place }).

# The file.
err-submission-too-large = Le fichier dépasse 4 Mio, ce qu’aucune autoévaluation soumise n’atteint.
hint-submission-too-large = Assurez-vous d’avoir choisi l’autoévaluation soumise elle-même, un fichier dont le nom se termine par .json.
err-submission-other-format = Le fichier n’est pas une autoévaluation soumise dans un format que cette version de Probitas connaît.
hint-submission-other-format = Assurez-vous d’avoir choisi le bon fichier. S’il provient d’une version plus récente de Probitas, utilisez cette version.
err-submission-members = Le fichier ne contient pas exactement les trois membres d’une autoévaluation soumise : format, record et signatures.
err-submission-signature-entry = Une entrée des signatures ne contient pas exactement un en-tête et une signature.
err-submission-too-many-signatures = Le fichier compte plus de { $limit } signatures.
err-submission-not-canonical = Le fichier n’est pas sous la forme dans laquelle il a été signé : un autre programme l’a réécrit.

# One signature; numbers count from 1.
err-header-encoding = Signature { $signature } : son en-tête n’a pas la forme exacte que le format exige.
err-header-forbidden-name = Signature { $signature } : son en-tête contient « { $name } », ce qui n’est pas permis.
err-header-malformed = Signature { $signature } : « { $name } » manque dans son en-tête ou a une valeur qui n’est pas permise.
err-key-unknown = Signature { $signature } : elle a été faite avec une clé qui n’a pas été fournie ({ $kid }).
hint-key-unknown = Obtenez la clé publique de la personne qui a signé, par un moyen de communication auquel vous vous fiez déjà, et fournissez-la aussi.
err-algorithm = Signature { $signature } : elle indique l’algorithme « { $named } », mais la clé est prévue pour { $key }.
err-previous = Signature { $signature } : les signatures qui la précèdent ne sont pas celles après lesquelles elle a été faite. L’une d’elles a été retirée, ajoutée ou déplacée.
err-in-future = Signature { $signature } : elle indique avoir été faite le { $date }, soit plus d’un jour dans l’avenir.
hint-in-future = Vérifiez la date de cet ordinateur. Si elle est juste, demandez à la personne qui a signé de vérifier celle du sien et de signer de nouveau.
err-signature-encoding = Signature { $signature } : elle n’est pas écrite exactement comme le format l’exige.
err-signature-bad = Signature { $signature } : elle ne correspond pas au contenu. Le contenu ou la signature ont été modifiés après coup.
hint-signature-bad = N’utilisez pas ce fichier. Une signature n’indique pas ce qui a été modifié : comparez le fichier à une copie antérieure, ou demandez l’original à la personne qui vous l’a envoyé.

# Faults of a record.
err-record-members = Le contenu n’a pas les membres et les valeurs d’une autoévaluation soumise.
err-record-answer-count = Le nombre de réponses n’est pas celui que le contenu indique.
err-record-duplicate-item = Un élément a deux réponses.
err-record-items = Les éléments ne sont pas ceux du questionnaire : il en manque un, il y en a un de trop ou l’un d’eux n’est pas à sa place.
err-record-answer-content = Un élément indiqué comme ayant une réponse n’a aucun contenu, ou a à la fois des choix et un texte.
err-record-text-languages = Un texte et ses langues ne concordent pas.
err-record-malformed-id = Un identifiant est vide, trop long ou contient des caractères autres que des lettres non accentuées, des chiffres, « . », « - » et « _ ».
err-record-submission-id = Le numéro de l’autoévaluation n’est pas un UUID.
err-record-revision = La révision et le renvoi à la précédente ne concordent pas.
err-record-answer-languages = Les langues des réponses manquent ou sont répétées.
err-record-empty-text = Un texte obligatoire est vide, par exemple le nom de l’organisation.

# Signing.
err-signer-name = Le nom de la personne qui signe ne peut pas figurer dans une signature : il est vide, trop long ou contient un caractère non permis.
hint-signer-name = Corrigez ou abrégez le nom; il doit tenir sur une ligne.
err-signing-time = L’heure de cet ordinateur ne peut pas figurer dans une signature.
hint-signing-time = Réglez la date et l’heure de cet ordinateur.
err-signatures-full = L’autoévaluation compte déjà { $limit } signatures; il ne peut y en avoir plus.
hint-signatures-full = Exportez-la de nouveau sans les signatures superflues.
err-submission-does-not-fit = L’autoévaluation soumise dépasserait 4 Mio.
hint-submission-does-not-fit = Abrégez les réponses les plus longues.

# Public keys.
err-jwk-not-a-key = Le fichier n’est pas une clé publique au format JWK.
hint-jwk-not-a-key = Fournissez le fichier écrit à côté du fichier de clé; son nom se termine par .pub.jwk.
err-jwk-private = Le fichier contient une clé privée.
hint-jwk-private = Ne transmettez jamais une clé privée. Si quelqu’un vous l’a envoyée, dites-lui de créer une nouvelle clé.
err-jwk-unsupported = La clé est d’un type que cette version ne prend pas en charge : { $kind }.
hint-jwk-unsupported = Utilisez une clé créée avec Probitas (EC P-256, EC P-384 ou Ed25519).
err-jwk-damaged = La clé est endommagée : ses valeurs ne sont pas celles d’une clé publique.
hint-jwk-damaged = Obtenez de nouveau la clé publique de la personne qui la détient.
err-jwk-contradiction = La clé se contredit : son membre « { $member } » ne lui correspond pas.

# Key files.
err-key-file-not-a-key = Le fichier n’est pas un fichier de clé de Probitas.
hint-key-file-not-a-key = Choisissez le fichier de clé écrit à la création de la clé.
err-key-file-not-protected = La clé privée de ce fichier n’est pas protégée par une phrase de passe.
hint-key-file-not-protected = Créez une nouvelle clé; quiconque a vu ce fichier pourrait signer avec l’ancienne.
err-key-file-preamble = La ligne « { $line } » du fichier de clé manque, est répétée ou a une valeur inutilisable.
hint-key-file-preamble = Utilisez une copie non modifiée du fichier de clé.
err-key-file-damaged = Le fichier de clé est endommagé.
hint-key-file-damaged = Utilisez une copie de sauvegarde du fichier de clé ou créez une nouvelle clé.
err-key-file-protection = Le fichier de clé est protégé d’une façon que cette version ne prend pas en charge.
hint-key-file-protection = Utilisez un fichier de clé écrit par Probitas.
err-key-file-rounds = Le nombre d’itérations de dérivation que demande le fichier de clé est hors limites : { $rounds }. Moins de 100 000 itérations ne protègent pas assez; plus de 10 000 000 prennent trop de temps.
err-passphrase-empty = La phrase de passe est vide.
hint-passphrase-empty = Entrez une phrase de passe de plusieurs mots.
err-passphrase-wrong = La phrase de passe n’ouvre pas ce fichier de clé.
hint-passphrase-wrong = Vérifiez les majuscules et la langue du clavier, puis réessayez. Une phrase de passe perdue ne peut être récupérée : créez une nouvelle clé.
err-key-file-other-key = Le fichier de clé nomme une autre clé que celle qu’il contient.
err-key-random = Le système n’a pas fourni de nombres aléatoires; aucune clé n’a donc pu être créée.
hint-key-random = Réessayez; si le problème persiste, redémarrez l’ordinateur.
err-key-unusable = La clé privée est inutilisable : ce n’est pas une clé EC P-256, EC P-384 ou Ed25519.
err-internal = Le contenu n’a pas pu être écrit dans sa forme canonique.
err-record-questionnaire = L’autoévaluation soumise répond au questionnaire « { $id } », version { $version }, dans un libellé que ce programme ne possède pas.
hint-record-questionnaire = Produisez-en les copies avec une version plus récente de Probitas. Le fichier est resté tel quel.
err-record-other-program = Un autre programme a produit l’autoévaluation soumise, et elle contient un élément que Probitas écrirait autrement; une copie pourrait ne pas dire la même chose.
hint-record-other-program = Demandez à la personne qui vous l’a envoyée un PDF produit par son programme, ou lisez le fichier JSON lui-même.
