err-import-number-of-pages = { $count ->
    [one] { $count } page a été fournie.
   *[other] { $count } pages ont été fournies.
}
hint-import-number-of-pages = Fournissez une page, ou la page en anglais et la page en français d’une même organisation.
err-import-too-large = La page « { $page } » est trop volumineuse : environ { $size } Mio.
hint-import-too-large = Une page peut compter jusqu’à { $limit } Mio. Enregistrez seulement le texte de la page, sans les images.
err-import-not-utf8 = La page « { $page } » n’est pas un texte en UTF-8 : voir la ligne { $line }, octet { $offset }.
hint-import-not-utf8 = Enregistrez la page en texte brut avec l’encodage UTF-8, puis importez-la de nouveau.
err-import-not-a-page = Aucune question de l’autoévaluation n’a été trouvée dans « { $page } ».
hint-import-not-a-page = Fournissez le texte d’une page publiée, en anglais ou en français. Pour une ébauche, utilisez la commande Ouvrir.
err-import-both-languages = « { $page } » contient le libellé du formulaire dans les deux langues, ou trop peu de celui-ci pour que la langue soit reconnue.
hint-import-both-languages = Enregistrez la page en anglais et la page en français dans deux fichiers, et fournissez les deux.
err-import-same-language = Les deux pages sont dans la même langue : { $language }.
hint-import-same-language = Fournissez une page, ou la page en anglais et la page en français d’une même organisation.
err-import-refused = Une réponse de la page n’est pas compatible avec le questionnaire.
hint-import-refused = Rien n’a été importé. Envoyez la page à la personne qui vous aide avec Probitas.
import-page-read = { $page }, page en { $language } : { $found ->
    [one] { $found } question trouvée
   *[other] { $found } questions trouvées
    } sur { $count }.
import-question-missing = { $page } : questions non trouvées, par numéro : { $questions }.
import-organization-missing = { $page } : le nom de l’organisation n’a pas été trouvé.
import-line-unknown = { $page }, ligne { $line }, sans place dans le formulaire : { $text }
import-line-other-wording = { $page }, ligne { $line }, libellée autrement que dans le formulaire : { $text }
import-line-option = { $page }, ligne { $line }, sans correspondance parmi les choix de la question { $question } : { $text }
import-line-second-choice = { $page }, ligne { $line }, choix de trop à la question { $question } : { $text }
import-line-other-choice = { $page }, ligne { $line }, non retenue pour la question { $question }, car l’autre page contient un autre choix : { $text }
import-choice-differs = Question { $question } : les deux pages diffèrent. Le choix de la page en { $language } a été conservé.
import-furniture = { $page } : exclu, car ne faisant pas partie du formulaire : { $lines }
import-characters-changed = { $count ->
    [one] { $page } : { $count } caractère interdit dans un document à signer a été supprimé ou remplacé.
   *[other] { $page } : { $count } caractères interdits dans un document à signer ont été supprimés ou remplacés.
}
