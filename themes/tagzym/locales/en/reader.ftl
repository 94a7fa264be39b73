# What a reader sets and does.

reading-version = Version for the visually impaired
reading-size = Font size
reading-normal = Normal
reading-large = Large
reading-largest = Very large
reading-spacing = Spacing
reading-spacing-normal = Normal
reading-wide = Wide
reading-colours = Colours
reading-as-device = As on your device
reading-light = Light
reading-dark = Dark
reading-black-on-white = Black on white
reading-white-on-black = White on black
reading-pictures = Pictures
reading-pictures-on = Shown
reading-pictures-off = Hidden
reading-standard = Standard version
view-label = List view
view-cards = Cards
view-table = Table

share-label = Print or share
share-print = Print
share-native = Share
share-mail = Email
feed-follow = Follow the updates (Atom)

# The button at the head of a page.
reading-switch-dark = Dark colours
share-copy = Copy link
share-copied = Copied
share-cite = How to cite
anchor-label = Link to this section
report-mistake = Report a mistake
mistake-subject = Mistake
embed-title = { $of }: figures for other sites
embed-whole = All figures on the portal
embed-show = Show these figures on your site
embed-paste = Paste this line into the HTML of your page:
newest-record = Newest record on this page:
edition = Edition of the data:
edition-hint = This word changes whenever any record does: quote it when you cite a figure.
