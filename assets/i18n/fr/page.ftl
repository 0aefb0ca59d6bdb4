page-languages = Langues
page-own-name = Français
page-kind-page = la page à publier, en { $language }
page-kind-fragment = la page pour un système de gestion de contenu, en { $language }
page-kind-markdown = la page en Markdown, en { $language }
page-not-of-a-draft = Aucune page en HTML ou en Markdown n’est produite : une page est publiée, et les réponses ne sont pas prêtes à l’être.
err-page-marked = L’ébauche porte le marquage « { $marking } ». Une page est faite pour être publiée et ne porte aucun marquage de sécurité.
hint-page-marked = Rien n’a été écrit. Si les réponses peuvent être publiées telles quelles, ajoutez --without-marking.
