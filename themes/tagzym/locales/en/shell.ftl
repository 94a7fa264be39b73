# The frame of a page: menu, languages, notices, the way through lists.

skip = Skip to main content
menu-label = Main menu
languages-label = Choose language
breadcrumbs-label = Breadcrumbs
footer-label = About the portal
contents-label = On this page

nav-home = Home
nav-regions = Regions
nav-projects = Projects
nav-patrons = Patrons
nav-awards = Awards
nav-years = Years
nav-totals = All totals
nav-news = News
nav-corrections = Corrections

samples-label = Notice
samples-notice = Samples: invented names, projects and amounts
sample-badge = Sample: the record on this page is invented
sample-mark = sample

not-translated =
    This page has not been translated into English yet. Its text is shown in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    }.
open-original =
    { $lang ->
        [kk] Open the page in Kazakh
        [ru] Open the page in Russian
       *[en] Open the page in English
    }
stale-translation =
    This translation may be out of date: since it was made, the text in { $lang ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } has changed.
open-newer = Read the updated text
lang-mark =
    { $lang ->
        [kk] in Kazakh
        [ru] in Russian
       *[en] in English
    }

page-of = page { $number } of { $pages }
pager-label = Pages of the list
pager-page = Page { $number }
pager-previous = Previous
pager-next = Next

letters-label = By first letter
letters-bucket =
    { $kind ->
        [digits] 0–9
       *[other] other scripts
    }

how-computed = The portal’s totals are worked out from records of contributions; reported figures are quoted from their sources.
footer-licence = The data is available under the { $licence } licence.
footer-contact = Contact:

corrections-hint = Mistakes corrected in the records: what they said before, what they say now, and why.
correction-made = Corrected:
correction-was = before:
correction-now = now:

editions-title = Kept editions: what changed
editions-hint = What each kept edition of the data changed in the sums, compared with an earlier one. The name of an edition is a word without a meaning: it is computed from the records themselves, and if any of them changes, the word is another.
edition-compared = Edition { $word }, compared with { $since }
edition-was = Before
edition-now = After
edition-by = Difference
edition-delivered = Delivered in all
edition-pledged = Pledged in all
edition-same = The grand total did not change.

redirect-text = The address of this page has changed.
redirect-link = Go to the new address

not-found-title = Page not found
not-found-hint = The address may have changed, or it may be mistyped.
not-found-home = Go to the home page
not-found-sections = Sections of the portal
