err-not-a-draft = Ce fichier n’est pas une ébauche de Probitas.
hint-not-a-draft = Choisissez un fichier dont le nom se termine par .probitas. Pour une page publiée, utilisez la commande Importer.
err-draft-damaged = L’ébauche ne peut pas être lue : à « { $place } », un élément manque ou n’est pas du bon type.
hint-draft-damaged = Le fichier est resté tel quel. Ouvrez une copie antérieure, ou envoyez le fichier à la personne qui vous aide avec Probitas.
err-unknown-questionnaire = L’ébauche répond au questionnaire « { $id } », version { $version }, dans un libellé que ce programme ne possède pas.
hint-unknown-questionnaire = Ouvrez-la avec une version plus récente de Probitas.
err-draft-newer = Cette ébauche provient d’une version plus récente de Probitas; la présente version ne peut pas l’afficher.
hint-draft-newer = Ouvrez-la avec la version plus récente. Le fichier est resté tel quel.
draft-cleaned = { $count ->
    [one] Remarque : { $count } caractère interdit dans un document à signer a été remplacé à la lecture.
   *[other] Remarque : { $count } caractères interdits dans un document à signer ont été remplacés à la lecture.
}
