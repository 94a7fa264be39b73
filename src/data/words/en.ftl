# What readers are told of tables and columns of open data. No theme changes it.
# Languages.
in-kk = in Kazakh
in-ru = in Russian
in-en = in English

# What stands in cells.
type-id = id
type-ids = ids
type-text = text
type-integer = whole number
type-decimal = decimal number
type-amount = whole tenge
type-date = date
type-year = year
type-boolean = true or false
type-url = address
type-enumeration = one of these words

# The head of the file of grants.
grants-about = Delivered contributions with a known amount and exact date, in the 360Giving 1.4 format: { $grants }{ $samples ->
        [0] {""}
       *[other] , of which invented samples: { $samples }
    }. Left out: not delivered { $not-delivered }, without an amount { $without-amount }, without an exact date { $without-day }.

# Tables.
table-contributions = Contributions
    .about = Every contribution, one row each: delivered, pledged and withdrawn. The newest first.
table-projects = Projects
    .about = Projects with their place, status and dates, the addresses of their pages, and what was delivered and pledged for each.
table-patrons = Patrons
    .about = Patrons whose names are published. Those whose names are withheld have no row here.
table-awards = Awards
    .about = Awards and lists of honour.
table-award-recipients = Award recipients
    .about = Who received each award, in the order of its list.
table-regions = Regions
    .about = Present-day and former regions, with their codes.
table-districts = Districts and cities
    .about = Districts and cities of each region.
table-directions = Directions
    .about = Directions of the campaign.
table-object-kinds = Kinds of help
    .about = Kinds of help, each with the wider kind that it belongs to.
table-reported-figures = Reported figures
    .about = What officials reported, with the source. These figures are not made from the records of the portal.
table-reported-breakdowns = Breakdowns of reported figures
    .about = How a reported figure was broken down, as its source has it.
table-corrections = Corrections
    .about = What was wrong on the portal and has been corrected. The newest first.
table-totals-by-region = Totals by region
    .about = What each region received. The rows add up to the whole.
table-totals-by-home-region = Totals by patrons’ region
    .about = What patrons from each region gave, wherever it went. Joint gifts have one row.
table-totals-by-year = Totals by year
    .about = What was given in each year.
table-totals-by-direction = Totals by direction
    .about = What was given in each direction of the campaign.
table-totals-by-object-kind = Totals by kind of help
    .about = By the kind that is stated: the row of a wider kind does not include its narrower kinds, though its page does.
table-totals-by-patron = Totals by patron
    .about = What each named patron gave alone. All whose names are withheld share one row, and so do joint gifts.
table-totals-by-year-region = Totals by year and region
    .about = What each region received in each year.
table-totals-by-year-direction = Totals by year and direction
    .about = What was given in each direction in each year.

# Columns: what is the same in many tables.
column-id = Id
    .about = Unique in the table; other tables name the row by it. A contribution without an id of its own is given one made from its row; it changes when the row does.
column-url = Address of the page
    .about = The page of the record on the portal.
column-sample = Sample
    .about = true: the record is invented, to show how the portal works.
column-date = Date
    .about = As exactly as it is known: a day, a month or a year.
column-date-precision = Precision of the date
    .about = How exactly the date in the column before is known.
column-year = Year
    .about = The year of the contributions.
column-summary = Summary
    .about = A sentence or two.
column-region-id = Region
    .about = The region that received the help, or that the row is about, within the borders of the day it was given.
column-region-iso = ISO 3166-2 code
    .about = International code of the region. Former regions have none.
column-region-kato = KATO code of the region
    .about = Code of the national classifier; it may mean another place in another year.
column-region-name = Name of the region
    .about = Its present name, or its last one.
column-district-id = District or city
    .about = Unique within its region.
column-district-kato = KATO code of the district
    .about = Empty where no code is certain.
column-district-name = Name of the district or city
    .about = As given in the classifier or in the portal’s source.
column-direction-id = Direction
    .about = Direction of the campaign.
column-direction-name = Name of the direction
    .about = Name of the direction of the campaign.
column-object-kind-id = Kind of help
    .about = What was built or given; empty if it is not stated.
column-object-kind-name = Name of the kind
    .about = Name of the kind of help.
column-patron-id = Patron
    .about = The patron who gave alone and is named; empty for joint gifts and where the name is withheld.
column-patron-name = Name of the patron
    .about = The patron’s name; of a joint gift, all names with semicolons between them.
column-patron-kind = Kind of patron
    .about = Person, company, fund, association or group; empty for joint gifts.
column-home-region-id = Patron’s region
    .about = The patron’s home region; empty for joint gifts.
column-home-region-iso = ISO code of the patron’s region
    .about = ISO 3166-2 code of the home region.
column-home-region-kato = KATO code of the patron’s region
    .about = KATO code of the home region.
column-home-region-name = Name of the patron’s region
    .about = Name of the home region.
column-note = Note
    .about = What else is said about the contribution.
column-source-title = Title of the source
    .about = The publication or document where the contribution can be looked up.
column-source-url = Address of the source
    .about = Where the source can be found.
column-source-date = Date of the source
    .about = When it was published or signed.
column-row = What the row is
    .about = Distinguishes a row that has no record of its own from the others.

# Contributions.
column-contribution-status = Status
    .about = Delivered and pledged are never added up; withdrawn and void pledges are not in any total.
column-contribution-kind = Money or in kind
    .about = A contribution in kind may have no amount: it is counted, not summed.
column-amount = Amount, ₸
    .about = Whole tenge; empty if it is not known.
column-giver = Who gave
    .about = A named patron, one whose name is withheld, or several together.
column-patron-ids = All patrons
    .about = Ids of all who gave, with semicolons between them; anyone whose name is withheld appears as the word anonymous.
column-project-id = Project
    .about = Empty for what was given outside projects.
column-project-title = Title of the project
    .about = Empty where the project has no text in the language.
column-in-kind = Given in kind
    .about = What was given.
column-purpose = Purpose
    .about = What it was given for, outside projects.
column-withdrawn = Withdrawn on
    .about = When a pledge was withdrawn.

# Projects.
column-title = Title
    .about = Empty where there is no text in the language.
column-project-status = Status
    .about = Planned, under way, completed or cancelled.
column-started = Start date
    .about = When work began.
column-completed = Completion date
    .about = When it was completed.
column-cancelled = Date of cancellation
    .about = When it was cancelled.
column-cancelled-reason = Why it was cancelled
    .about = The reason stated for cancelling the project.
column-beneficiaries = How many people it serves
    .about = How many people the project is for.
column-latitude = Latitude
    .about = Degrees, WGS 84.
column-longitude = Longitude
    .about = Degrees, WGS 84.

# Patrons.
column-patron-since = Giving since
    .about = Year of the first contribution, as stated.
column-members = Members
    .about = How many people are in the group.
column-site = Website
    .about = The patron’s own website.
column-patron-own-name = Name
    .about = What the patron is called.
column-patron-own-kind = Kind
    .about = Person, company, fund, association or group.
column-patron-own-region-id = Region
    .about = The patron’s home region.

# Awards.
column-award-name = Name of the award
    .about = What the award or list is called.
column-award-region-id = Region
    .about = Empty: the whole country.
column-recipients = Recipients
    .about = How many received it, named or not.
column-award-id = Award
    .about = The award that was received.
column-recipient-number = Number in the list
    .about = Those whose names are withheld stand last in their category.
column-recipient = Who received it
    .about = A named patron, or one whose name is withheld.
column-recipient-patron-id = Patron
    .about = Empty where the name is withheld.
column-recipient-patron-name = Name of the patron
    .about = What the patron is called.
column-recipient-patron-kind = Kind of patron
    .about = Person, company, fund, association or group.
column-recipient-home-region-id = Patron’s region
    .about = The recipient’s home region.
column-category-id = Category
    .about = Category of the award, if it has any.
column-category-name = Name of the category
    .about = Name of the category of the award.
column-recipient-note = What for
    .about = What the award was given for.

# Regions and districts.
column-centre = Administrative centre
    .about = Where the region is governed from.
column-population = Population
    .about = Residents at the date beside it.
column-population-date = Date of the population
    .about = The day the number refers to.
column-population-source = Source of the population
    .about = Where the number comes from.
column-region-since = A region of its own since
    .about = Its first day, if it was formed later than the others.
column-region-until = Last day
    .about = Its last day; empty for a present-day region.
column-successor-ids = Successor regions
    .about = Regions that took its place or were split off from it, with semicolons between them.
column-predecessor-ids = Predecessor regions
    .about = Regions that it came from, with semicolons between them.
column-district-url = Address of the page
    .about = Empty where nothing is on record for the district.

# Kinds of help.
column-plural = Name in the plural
    .about = What several of the kind are called.
column-parent-id = Wider kind
    .about = The kind that this one belongs to.

# Reported figures.
column-figure-region-id = Region
    .about = Empty: the whole country.
column-period-from = Beginning of the period
    .about = Empty if the source names no period.
column-period-to = End of the period
    .about = The last date of the period, inclusive.
column-measure = What was reported
    .about = Help from patrons, facilities, or help pledged.
column-figure-amount = Amount, ₸
    .about = Whole tenge, as the source has it; empty if it names none.
column-figure-precision = Exact or rounded
    .about = How exactly the figure was reported.
column-figure-patrons = Patrons
    .about = How many the source names.
column-figure-projects = Projects
    .about = How many the source names.
column-figure-objects = Facilities
    .about = How many the source names.
column-part-of-id = Part of
    .about = The larger figure that this one is a part of.
column-figure-note = What was counted
    .about = What exactly the figure counts.
column-figure-source-title = Title of the source
    .about = The publication that reported the figure.
column-figure-source-url = Address of the source
    .about = Where the publication can be found.
column-contradicts-itself = Contradicts itself
    .about = true: the breakdown does not add up to the figure, or a part is larger than its whole.
column-figure-id = Reported figure
    .about = The figure that is broken down.
column-breakdown-number = Number of the row
    .about = In the order of the source.
column-label = Label
    .about = What the row is about, where it is neither a kind of help nor a direction.

# Corrections.
column-corrected-records = Records
    .about = The records that were wrong, as kind/id, with semicolons between them.
column-was-amount = Amount before, ₸
    .about = If an amount was wrong.
column-was-text = Text before
    .about = If something else was wrong.
column-now-amount = Amount now, ₸
    .about = The amount that is right.
column-now-text = Text now
    .about = What is right.
column-correction-reason = What was wrong, and why
    .about = As readers are told.

# Columns of the list of patrons: what each gave.
list-alone-delivered = Delivered alone, ₸
list-alone-pledged = Pledged alone, ₸
list-joint-delivered = Delivered together with others, ₸
list-joint-pledged = Pledged together with others, ₸
list-joint-contributions = Joint gifts
list-projects = Projects

# Totals.
column-delivered-amount = Delivered, ₸
    .about = 0: nothing is on record; empty: something is, but its amount is not known.
column-delivered-contributions = Contributions delivered
    .about = How many contributions stand behind the amount.
column-delivered-without-amount = Of them without an amount
    .about = Contributions in kind whose amount is not known.
column-delivered-projects = Projects that received help
    .about = Different projects with a delivered contribution.
column-delivered-patrons = Patrons who gave
    .about = Different patrons, including those whose names are withheld.
column-pledged-amount = Pledged, ₸
    .about = Never to be added to what was delivered. 0: nothing is on record; empty: no amount is known.
column-pledged-contributions = Contributions pledged
    .about = Pledges that are still to be kept.
column-pledged-without-amount = Of them without an amount
    .about = Pledges in kind whose amount is not known.
column-pledged-projects = Projects with a pledge
    .about = Different projects with a pledged contribution.
column-pledged-patrons = Patrons who pledged
    .about = Different patrons, including those whose names are withheld.
column-sums-projects = Projects in all
    .about = Different projects with a contribution, delivered or pledged.
column-sums-patrons = Patrons in all
    .about = Different patrons who gave or pledged, including those whose names are withheld.
column-sums-patron-name = Name of the patron
    .about = Empty in the rows of withheld names and of joint gifts.

# Words of enumerations.
value-contribution-status-delivered = delivered
value-contribution-status-pledged = pledged
value-contribution-status-withdrawn = a pledge that was withdrawn
value-contribution-status-void = a pledge for a project that was cancelled
value-contribution-kind-money = money
value-contribution-kind-in-kind = in kind
value-giver-patron = a named patron
value-giver-anonymous = Name withheld
value-giver-joint = several together
value-recipient-patron = a named patron
value-recipient-anonymous = Name withheld
value-patron-kind-person = person
value-patron-kind-company = company
value-patron-kind-fund = fund
value-patron-kind-association = association
value-patron-kind-group = group
value-project-status-planned = planned
value-project-status-under-way = under way
value-project-status-completed = completed
value-project-status-cancelled = cancelled
value-measure-support = help from patrons
value-measure-objects = facilities
value-measure-pledges = help pledged
value-figure-precision-exact = exact
value-figure-precision-rounded = rounded
value-date-precision-day = a day
value-date-precision-month = a month
value-date-precision-year = a year
value-home-region-row-region = a region
value-home-region-row-joint = joint gifts
value-object-kind-row-object-kind = a kind of help
value-object-kind-row-not-stated = not stated
