page-languages = Languages
page-own-name = English
page-kind-page = the page to publish, in { $language }
page-kind-fragment = the page for a content system, in { $language }
page-kind-markdown = the page in Markdown, in { $language }
page-not-of-a-draft = No page in HTML or Markdown is written: a page is published, and the answers are not ready for that.
err-page-marked = The draft is marked “{ $marking }”. A page is made to be published and bears no marking.
hint-page-marked = Nothing was written. If the answers may be published as they are, add --without-marking.
