# Every sentence on screen, by place. Keys are stable; words may be changed freely.
product = Zonewright
close = Close
cancel = Cancel
add = Add
delete = Delete
understood = Understood
loading = One moment …
sl-t = SL-T
sl-a = SL-A
sl-possible = possible SL-A
gap = Gap
stakes = { $fr } stands at SL-A { $achieved }. { $open ->
    [one] One open requirement decides whether it rises, up to { $possible }.
   *[other] { $open } open requirements decide whether it rises, up to { $possible }.
  }
sl-sentence = SL-A { $achieved }, up to { $possible } when { $open ->
    [0] nothing more is answered
    [one] 1 open question is answered
   *[other] { $open } open questions are answered
  }.
size-bytes = { $n } bytes
size-kb = { $n } kB
size-mb = { $n } MB
strip-caption = Levels of { $name }

# Start
start-sentence = Take one plant through an IEC 62443 assessment, from the list of assets to a signed report, on this computer only.
start-sample = Open the sample site
start-sample-hint = A finished small plant to look around in. Nothing you do there can break anything.
start-new = New site
start-new-hint = One file holds everything about one plant.
start-open = Open
start-open-hint = Go on with a site file you have.
start-recents = Opened lately
start-no-recents = Sites that you open appear here.
start-footer = Version { $version }. Works without a network and without an account.
sample-file-name = Sample site.zwsite
new-site-hint = Next you choose where the file is kept. Everything else can be filled in later.
new-site-where = Choose where to keep it …
locked-title = Somebody else has this site open
locked-read = Open for reading

# Shell
steps = Steps of the assessment
step-site = Site
step-assets = Assets
step-plan = Zones & conduits
step-targets = Targets SL-T
step-technical = Technical questions
step-programme = Programme questions
step-gap = Gap
step-report = Report & signatures
step-state-empty = Not started
step-state-started = Started
step-state-done = Done
step-progress = { $done } of { $of }
next-title = What to do next
next-go = Go to { $step }
site-menu = Site file
undo-what = Undo { $label }
redo-what = Redo { $label }
said-undone = Undone: { $label }
said-redone = Done again: { $label }
said-saved = Saved.
said-deleted = { $name } was deleted. Undo brings it back.
said-copied = A copy was saved as { $name }.
status-saved = All changes are saved
status-saving = Saving …
status-read-only = Reading only
read-only-banner = This site is open for reading. You can look at everything, make and check reports, but change nothing.
reason-read-only = the site is open for reading only
reason-no-undo = nothing to undo
reason-no-redo = nothing to redo
action-palette = All actions
action-shortcuts = Keyboard shortcuts
action-theme = Appearance: { $theme }
action-copy-site = Save a copy …
action-history = What was done
action-check-site = Check the site file
action-close-site = Close this site
action-go = Go to { $step }
theme-light = light
theme-dark = dark
theme-contrast = high contrast
palette-hint = Type what you want to do
palette-none = Nothing of that name can be done here.
shortcuts-hint = What works depends on the screen you are on. Single letters do not act while you type in a field.
shortcuts-what = Action
shortcuts-key = Keys
history-title = What was done
history-hint = Every change to this file, newest first. Each line is sealed with the one before it, so later tampering shows.
history-when = When
history-what = What
history-who = Who
history-hash = Seal
check-ok = The file is sound: { $n } operations, all seals fit.
check-bad = The file was changed outside this program. Nothing was altered by the check. Look at the findings and compare with your last copy.
problem-title-refused = That is not possible now
problem-title-failed = That did not work
problem-title-broken = A fault in the program
problem-no-reply = The program did not answer this request. What was saved before is safe in the file.
problem-no-reply-help = Try once more; if it happens again, close the site, open it again and report the line below.

# Site
site-hint = What is assessed, where it ends and who is involved. Everything is saved as you type.
site-scope = Scope
site-name = Name of the site
site-company = Company
site-location = Location
site-assessor = Assessor
site-suc = System under consideration
site-suc-hint = What the plant makes, which systems run it, what is looked at here.
site-boundary = Boundary and access points
site-boundary-hint = Where the assessment ends, and every way in: networks, remote access, media, wireless, service laptops.
site-maturity = Target maturity of the programme
site-maturity-none = Not set
maturity-1 = ML 1 – done when needed
maturity-2 = ML 2 – written down and managed
maturity-3 = ML 3 – practised, with proof
maturity-4 = ML 4 – measured and improved
people = People
people-hint = Who you talk to and who answers for what. You pick from these names when you note who said something.
person-name = Name
person-role = Role
person-company = Company
person-new = Name of another person
person-delete = Delete { $name }
said-person-created = { $name } was added.

# Zones and conduits
name = Name
ok = OK
kind = Kind
purpose = Purpose
boundary = Boundary
accountable = Accountable person
purdue = Purdue level
width = Width
height = Height
actions = Actions
inside = Inside
zones = Zones
conduits = Conduits
inspector = Details of the selection
inspector-empty = Nothing is selected
inspector-empty-text = Select a zone or a conduit to see and change its details.
plan-hint = Drag to move, wheel to zoom. The list does the same by keyboard.
plan-drawing = Drag on the drawing where the new zone shall be. Escape stops.
plan-views = Ways to see the plan
plan-tab-canvas = Drawing
plan-tab-outline = List
plan-empty = No zones yet
plan-empty-text = Group assets that need the same protection into a zone. Draw the first one, or add it by name.
n-assets = { $n ->
    [one] 1 asset
   *[other] { $n } assets
  }
n-assets-head = Assets
canvas-label = Drawing of { $zones } zones and { $conduits } conduits
canvas-label-zone = Drawing. Selected: { $name }, with { $n } zones inside
canvas-hint = Arrow keys move the view. The list view beside it holds every zone and conduit and can do all that the drawing can.
posture-no-target = No SL-T yet
posture-meets = SL-T { $target } · met
posture-gap = SL-T { $target } · gap in { $n } FR
action-zone-draw = Draw a zone
action-zone-new = New zone
action-rename = Rename
action-delete = Delete the selection
action-fit = Show everything
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-escape = Stop what you are doing
reason-nothing-selected = nothing is selected
reason-no-drawing = the drawing is not on screen
said-zone-created = Zone { $name } was created.
said-zone-moved = { $name } was moved.
said-zone-nested = { $name } is now inside { $parent }.
said-zone-freed = { $name } is no longer inside another zone.
said-zone-resized = { $name } is now { $width } by { $height }.
said-conduit-created = Conduit between { $a } and { $b } was created.
said-assets-placed = { $n ->
    [one] 1 asset is now in { $zone }.
   *[other] { $n } assets are now in { $zone }.
  }
said-renamed = Renamed to { $name }.
said-target = Target of { $name } was set.
conduit-default-name = { $a } – { $b }
conduit-joins = Joins { $names }
conduit-ends = Joins
conduits-empty = No conduits yet. Choose two zones above, or drag from the round handle of a selected zone to another zone.
protections = Protections on it
target-levels = Target levels SL-T
answer-questions = Answer questions
outside-hint = What is outside is not assessed. It stands here so that conduits to it are visible.
delete-title = Delete { $name }?
delete-zone-text = Zones inside it move one level out, its assets stay in the inventory without a zone, and conduits that would have fewer than two ends go too. Undo brings everything back.
delete-conduit-text = Its answers and target go with it. Undo brings everything back.
tray-title = Assets in no zone ({ $n })
tray-empty = Every asset stands in a zone.
tray-hint = Drag onto a zone, or choose one.
tray-to = Put in …
tray-place = Put { $name } in a zone
inside-of = Zone around { $name }
inside-none = (none)
place-x = X of { $name }
place-y = Y of { $name }
place-width = Width of { $name }
place-height = Height of { $name }
outline-inside = New zone inside
outline-inside-of = New zone inside { $name }
outline-details = Details
connect = Connect
connect-from = From
connect-to = to
levels-of = { $fr } of { $name }
levels-fill = All seven
levels-fill-with = All seven { $level }
levels-none = None
fr-1 = Identification and authentication control
fr-2 = Use control
fr-3 = System integrity
fr-4 = Data confidentiality
fr-5 = Restricted data flow
fr-6 = Timely response to events
fr-7 = Resource availability
zone-kind-enterprise = Enterprise
zone-kind-dmz = DMZ
zone-kind-control = Control
zone-kind-safety = Safety
zone-kind-wireless = Wireless
zone-kind-temporary = Temporarily connected
zone-kind-remote = Remotely connected
zone-kind-outside = Outside, untrusted
purdue-0 = 0 Process
purdue-1 = 1 Basic control
purdue-2 = 2 Supervision
purdue-3 = 3 Site operations
purdue-3_5 = 3.5 DMZ
purdue-4 = 4 Business
purdue-5 = 5 Enterprise
protection-firewall = Firewall
protection-diode = Data diode
protection-vpn = VPN gateway
protection-jump_host = Jump host
protection-proxy = Application proxy

# Targets
targets-hint = How much protection each zone and conduit needs, per foundational requirement, and why.
targets-none = No SL-T
targets-mixed = mixed
target-reason = Reason
target-reason-of = Reason for the target of { $name }
target-reason-ask = Why this level?
target-first = Set the level first

# Questions
unit = Zone or conduit
unit-zone = { $name }
unit-conduit = Conduit { $name }
unit-open = { $open } of { $of } due still open
kind-zone = zone
kind-conduit = conduit
questions = Questions
questions-search = Search in the questions
questions-no-units = Nothing to assess yet
questions-no-units-text = Draw at least one zone; each zone and each conduit is then assessed by itself.
questions-none = No question passes the filters
questions-none-text = Take a filter away to see more. If only open questions are shown, everything here is answered.
questions-none-target = This unit has no target level yet, so nothing is due. Set its SL-T, or show what is not due as well.
filter-due = Due only
filter-open = Still open
filter-come-back = Come back
filter-contact = Person to ask
filter-contact-all = Anybody
filter-place = Place on a walk-down
filter-place-all = Any place
filter-fr = Foundational requirement
filter-fr-all = All foundational requirements
programme-hint = how the plant runs its security, rated by maturity
programme-progress = { $done } of { $of } answered
action-next = Next question
action-previous = Previous question
action-evidence = Add evidence
action-search = Search questions
action-choose = Choose answer { $n }
reason-no-question = no question is on screen
from-level = from SL { $n }
optional = not due here
comes-from = This answer comes from: { $where }.
override-hint = Answering now records it for: { $where }.
where-site = the whole site
where-inside = { $name } and everything inside it
choice-compensated = Something else does the job (say what)
choice-not_applicable = Does not apply here (say why)
reason-compensated = What does the job instead, and why is it enough?
reason-not_applicable = Why does this not apply here?
overrule-ok = Record with this reason
counts-for = The answer counts for
scope-unit = this unit only
scope-inside = this zone and all inside
scope-site = the whole site
clear-answer = Take back the answer given here
said-cleared = The answer to { $id } given here was taken back.
said-answered = { $id } saved.
come-back = Come back to this
note = Note
said-by = Said by
said-on = Said on
checked = How checked
checked-interview = Interview
checked-document = Document
checked-observation = Observation
checked-test = Test
evidence = Evidence
add-evidence = Add a file …
evidence-remove = Remove { $name }
remove = Remove
no-evidence = No file yet. The help beside says what to ask for.
said-evidence = { $name } was added as evidence.
evidence-drop = Drop files here, or paste a screenshot with Ctrl+V.
evidence-picture = Picture { $name }
evidence-too-large = { $name } is larger than { $n } MB. Nothing was added.
evidence-too-large-help = Take the part that proves the answer, or keep the file elsewhere and note where.
evidence-unreadable = { $name } could not be read. Nothing was added.
evidence-unreadable-help = A folder cannot be dropped; drop the files in it. If it is a file, check that it is still there.
question-views = Ways to see the questions
view-cards = One by one
view-table = Table
view-cards-action = Show questions one by one
view-table-action = Show questions as a table
reason-table = open one question first
n-questions = { $n ->
    [one] 1 question
   *[other] { $n } questions
  }
table-id = Requirement
table-question = Question
table-answer = Answer
table-outcome = Rating
table-from = Comes from
table-noted = Noted
table-here = here
table-not-here = Not here: { $fact }
table-answers-of = Answers to { $id }
table-evidence = { $n ->
    [one] 1 file of evidence
   *[other] { $n } files of evidence
  }
table-detail = The current question
table-open = Open
walkdown-take = Take questions along …
walkdown-read = Read a sheet back …
walkdown-take-title = Questions to take along: { $name }
walkdown-take-text = Writes a sheet with one row per question and lists to choose answers from. It can be filled in on any computer or tablet, or printed on landscape A4 and filled in with a pen.
walkdown-write = Choose where to save it …
walkdown-file-name = Walk-down { $name }.xlsx
said-walkdown-written = The questions were written to { $name }.
walkdown-read-title = Read a filled-in sheet back
walkdown-read-text = Choose a sheet that was written with “Take questions along”. You see what would change before anything does; cells that stayed empty change nothing.
walkdown-pick = Choose the sheet …
walkdown-of = for { $unit }, written on { $day }
walkdown-plan = { $n ->
    [0] Nothing to take over
    [one] 1 requirement gets a new answer
   *[other] { $n } requirements get a new answer
  }, { $unchanged } stay as they are
walkdown-requirement = Requirement
walkdown-before = Now
walkdown-after = With the sheet
walkdown-notes = (only what is noted changes)
walkdown-problems = { $n ->
    [one] 1 cell needs a look
   *[other] { $n } cells need a look
  }
walkdown-confirm = { $n ->
    [one] Take over 1 answer
   *[other] Take over { $n } answers
  }
walkdown-done = { $n ->
    [one] 1 answer was taken over for { $unit }.
   *[other] { $n } answers were taken over for { $unit }.
  }
place = { $place } of { $of }
help = Help for this question
help-intent = What it is about
help-why = Why it matters
help-good = What good looks like
help-look = Where to look
help-evidence = What to ask for
help-ask = Whom to ask
help-at = Where on a walk-down
help-needs = Applies only where
help-topics = Subjects
help-steps = How to check
help-wrong = What goes wrong in plants
help-measures = What helps
help-compensating = For old equipment that cannot comply
help-check = Less than sure: compare with your copy
outcome-met = Met
outcome-partly_met = Partly met
outcome-not_met = Not met
outcome-compensated = Compensated
outcome-not_applicable = Not applicable
outcome-open = Open
outcome-ml0 = ML 0
outcome-ml1 = ML 1
outcome-ml2 = ML 2
outcome-ml3 = ML 3
outcome-ml4 = ML 4

# Gap
gap-hint = Target against what is reached, worst first. The weakest requirement decides; nothing is averaged.
gap-progress = { $done } of { $of } due requirements answered
gap-empty = No gap can be shown yet
gap-empty-text = Draw zones, set their target levels and answer questions; the gap follows by itself.
gap-caption = Gap per zone, conduit and foundational requirement
gap-state = Result
gap-none = –
gap-met = 0
gap-meets = Meets target
gap-misses = Below target
gap-worst = Worst
gap-legend = Large number: levels missing. T is the target SL-T, A is what is reached SL-A; in brackets what is possible once the open questions are answered.
programme-title = Programme (62443-2-1)
programme-explained = The lowest requirement decides the level of a part; the counts show how the others stand.
programme-part = Part
programme-lowest = Lowest
programme-possible = Possible
programme-target = Against target

# Assets: words of the core's lists
field-name = Name
field-asset_type = Type
field-zone = Zone
field-asset_tag = Asset tag
field-hostname = Hostname
field-ip = IP address
field-mac = MAC address
field-subnet = Subnet
field-gateway = Gateway
field-vlan = VLAN
field-manufacturer = Manufacturer
field-model = Model
field-part_number = Part number
field-serial = Serial number
field-hardware_rev = Hardware revision
field-firmware = Firmware
field-os = Operating system
field-os_version = OS version
field-protocols = Protocols
field-ports = Ports and services
field-purdue = Purdue level
field-site = Plant
field-location = Location
field-rack = Rack
field-slot = Slot
field-parent = Part of
field-criticality = Criticality
field-conf = Confidentiality
field-integ = Integrity
field-avail = Availability
field-classification = Classification
field-function = Function
field-description = Description
field-owner = Owner
field-custodian = Custodian
field-status = Status
field-install_date = Installed
field-eol_date = End of support
field-warranty_end = Warranty ends
field-first_seen = First seen
field-last_seen = Last seen
field-accounts = User accounts
field-logging = Logging
field-remote_access = Remote access
field-backup = Backup
field-notes = Notes
field-tags = Tags
asset-type-plc = PLC
asset-type-safety_controller = Safety controller
asset-type-rtu = RTU
asset-type-ied = IED / relay
asset-type-dcs_controller = DCS controller
asset-type-hmi = HMI
asset-type-engineering_workstation = Engineering workstation
asset-type-scada_server = SCADA / DCS server
asset-type-historian = Historian
asset-type-gateway = Protocol gateway
asset-type-robot = Robot
asset-type-drive = Drive
asset-type-field_device = Field device / I/O
asset-type-switch = Switch
asset-type-router = Router
asset-type-firewall = Firewall
asset-type-diode = Data diode
asset-type-wireless = Wireless
asset-type-remote_access = Remote access gateway
asset-type-server = Server
asset-type-workstation = Workstation
asset-type-laptop = Laptop
asset-type-handheld = Handheld / scanner
asset-type-printer = Printer
asset-type-camera = Camera
asset-type-ups = UPS
asset-type-virtual_machine = Virtual machine
asset-type-software = Software
asset-type-cloud = Cloud service
asset-type-other = Other

# Assets
assets-hint = Everything that belongs to the system under consideration, each asset in exactly one zone.
assets-search = Search assets
assets-zone-filter = Show assets of
assets-all-zones = All zones
assets-no-zone = In no zone
assets-selected = { $n } selected
assets-place = Place in zone …
assets-unselect = Select none
assets-pick = Select
assets-pick-one = Select { $name }
assets-empty = No assets yet
assets-empty-text = Import the plant's own spreadsheet with its own column names, or add assets one by one.
assets-none-found = Nothing found
assets-none-found-text = No asset has these words in any of its properties. Change the search or show all zones.
assets-delete-title = Delete { $n ->
    [one] 1 asset?
   *[other] { $n } assets?
  }
assets-delete-text = They leave the inventory and their zones. Undo brings them back.
said-assets-deleted = { $n ->
    [one] 1 asset was deleted. Undo brings it back.
   *[other] { $n } assets were deleted. Undo brings them back.
  }
said-unplaced = { $n ->
    [one] 1 asset stands in no zone now.
   *[other] { $n } assets stand in no zone now.
  }
said-asset-created = { $name } was added.
asset-new = New asset
asset-more = More properties
asset-more-pick = Add …
asset-extra = Columns of the plant's own sheet
asset-origin = Imported from { $file }, sheet { $sheet }, row { $row }.

# Import
import = Import a spreadsheet …
import-title = Import assets from a spreadsheet
import-start = Choose the list the plant already has: Excel, OpenDocument or CSV.
import-start-more = Nothing is changed until you have seen what would happen and confirmed it.
import-pick = Choose a file …
import-other = Another file …
import-rows = { $n } rows
import-sheet = Sheet
import-sheet-good = looks like assets
import-sheet-hidden = hidden
import-header-row = Row with the column names
import-unlike = This sheet does not look like a list of assets. Check the sheet and the row with the column names.
import-column = Column
import-header = Name in the sheet
import-no-header = (no name)
import-means = Means
import-means-of = Meaning of column { $header }
import-sure = How sure
import-samples = Values
import-extra = Keep as it is
import-leave = Leave out
confidence-sure = sure
confidence-likely = likely
confidence-unsure = please check
confidence-none = unknown
import-plan = { $n ->
    [one] 1 asset would be created
   *[other] { $n } assets would be created
  }
import-zones = Create the zones that are named but do not exist yet: { $names }
import-skipped = { $n ->
    [one] 1 row would be skipped
   *[other] { $n } rows would be skipped
  }
import-skip = Row { $row }: { $reason }
import-severity = Kind
import-cell = Cell
import-what = What
import-hint = What to do
severity-error = Error
severity-warning = Warning
severity-note = Note
import-confirm = { $n ->
    [one] Import 1 asset
   *[other] Import { $n } assets
  }
import-done = { $n ->
    [one] 1 asset was imported.
   *[other] { $n } assets were imported.
  }
import-done-more = Rows skipped: { $skipped }. Remarks: { $problems }. New zones: { $zones }.
import-undo = Undo this import

# Report
report-hint = The result as a PDF, signed by the people who stand for it. Anyone can check it offline.
report-make-title = Report
report-make-text = The report holds scope, assets, drawing, levels, every answer with its proof, and the gap. It is made from what is saved now.
report-make = Make the report …
report-verify = Check a PDF …
report-file-name = { $site } – IEC 62443 assessment.pdf
report-facts = { $size }
said-report = The report was made.
sign-title = Signatures
sign-text = Each role signs by itself, one after the other; a later signature does not touch an earlier one.
sign-first = Make the report, or check a PDF that somebody else made; then it can be signed here.
role-assessor = Assessor
role-reviewer = Reviewer
role-asset_owner = Asset owner
sign-as = Sign as { $role }
signed-by = Signed by { $name }
not-signed-yet = Not signed yet
sign = Sign
signing = Signing …
sign-reason = Reason
sign-reason-assessor = I made this assessment
sign-reason-reviewer = I reviewed this assessment
sign-reason-asset_owner = I accept this assessment
sign-place = Place
sign-p12 = Certificate file { $name }
sign-own = Use an identity from here
sign-use-p12 = Use a certificate file …
sign-note = After signing, nothing in the PDF can be changed unnoticed.
said-signed = Signed as { $role }.
verify-title = Check
verify-again = Check again
verify-empty = Check a PDF to read here who signed it, whether it was changed, and whether it still fits this site.
verify-matches = It was made from this site file.
verify-differs = It was not made from this site file.
verify-changes = { $n ->
    [one] 1 change was made to the site since then.
   *[other] { $n } changes were made to the site since then.
  }
verify-findings = Findings
verdict-valid = Valid
verdict-not_signed = Not signed
verdict-refused = Do not trust this file
signature-valid = Valid
signature-refused = Refused
signature-empty = Empty
identity = Identity
identities = Identities on this computer
identities-empty = There is no identity on this computer yet. Make one, or sign with a certificate file of your company.
identity-new = New identity
identity-text = An identity is a key with your name, kept on this computer and locked with a passphrase. Nobody can recover the passphrase.
identity-make = Make the identity
identity-until = valid until { $day }
identity-export = Save certificate …
organisation = Organisation
passphrase = Passphrase
passphrase-again = Passphrase once more
passphrase-differs = The two passphrases differ. Type the second one again.
said-identity = Identity { $name } was made.
said-certificate = The certificate was saved as { $name }.

contact-operator = Operator
contact-shift_leader = Shift leader
contact-automation = Automation engineer
contact-maintenance = Maintenance
contact-network = Network and servers
contact-it_security = IT security
contact-safety = Safety engineer
contact-site_manager = Site manager
contact-production = Production manager
contact-quality = Quality
contact-personnel = Personnel
contact-purchasing = Purchasing
contact-supplier = Supplier
contact-project = Project engineer
contact-facility = Facility management
contact-archive = Documents and records

place-control_room = Control room
place-engineering = Engineering station
place-server_room = Server room
place-cabinet = Control cabinets
place-network = Switches and firewalls
place-field = Plant floor and field
place-remote_access = Remote access
place-office = Office
place-workshop = Workshop and spares
place-gate = Gate and doors
place-records = Procedures and records

topic-governance = Governance
topic-scope = Scope
topic-policies = Policies and procedures
topic-risk = Risk
topic-roles = Roles and competence
topic-training = Training
topic-assets = Assets
topic-segmentation = Segmentation
topic-configuration = Secure configuration
topic-change = Change approval
topic-access = Access
topic-remote_access = Remote access
topic-patching = Patching
topic-malware = Malware protection
topic-backup = Backup and restore
topic-incident = Incidents
topic-monitoring = Monitoring
topic-physical = Physical protection
topic-supply = Suppliers
topic-review = Review and improvement
topic-data = Protection of data

fact-human_users = People log in or operate something
fact-software_processes = Programs or devices talk to each other
fact-wireless = Wireless links are used
fact-untrusted_access = Something can be reached from an untrusted network or a forgotten modem
fact-portable_devices = Portable devices or media could be connected
fact-mobile_code = Mobile code (scripts, macros, applets) could run
fact-cryptography = Cryptography is used
fact-pki = Certificates of a PKI are used
fact-public_keys = Logins use public keys
fact-passwords = Logins use passwords
fact-confidential_information = Confidential information is kept or carried
fact-control_outputs = Outputs drive the process

fact-absent-human_users = nobody logs in or operates anything here
fact-absent-software_processes = no programs or devices talk to each other here
fact-absent-wireless = no wireless links are used here
fact-absent-untrusted_access = nothing can be reached from an untrusted network or a forgotten modem here
fact-absent-portable_devices = no portable devices or media could be connected here
fact-absent-mobile_code = no mobile code (scripts, macros, applets) could run here
fact-absent-cryptography = no cryptography is used here
fact-absent-pki = no certificates of a PKI are used here
fact-absent-public_keys = no login uses a public key here
fact-absent-passwords = no login uses a password here
fact-absent-confidential_information = no confidential information is kept or carried here
fact-absent-control_outputs = no outputs drive the process here

facts = What is present here
facts-of = What is present in { $name }
facts-said = { $n } of { $of } said
facts-hint = Say no only after somebody looked: what could be connected or could run counts as present, and so does a modem that everybody forgot. A no makes the requirements about it not applicable here.
present-yes = Yes
present-no = No
present-unsaid = Not said
fact-due = decides { $n ->
    [one] 1 due requirement
   *[other] { $n } due requirements
  }
fact-void = Requirements about it are not applicable: { $reason }.
said-fact = Saved for { $name }.
not-needed = Not applicable: { $reason } (scoping fact).
answer-anyway = Answer anyway

# Standards side by side
standards-title = Standards side by side
standards-hint = The two management systems stand side by side: what is answered here for the plant can be shown there too, and neither replaces the other.
standards-framework = Beside IEC 62443
standards-what = What is shown
standards-controls = Controls ({ $n })
standards-alone = What only OT needs ({ $n })
standards-search = Search controls and requirements
standards-state = State
standards-state-all = All states
standards-answered = { $done } of { $of } answered
standards-weakest = weakest
standards-lowest = lowest
standards-count = { $n } { $rating }
standards-nothing = Nothing fits
standards-nothing-text = Change the search or the state above.
standards-alone-hint = No control of { $standard } is an answer to these requirements of IEC 62443. A certificate alone leaves them open.
standards-alone-none = { $n ->
    [one] One requirement without any counterpart
   *[other] { $n } requirements without any counterpart
  }
standards-alone-related = { $n ->
    [one] One requirement whose subject is met, but with another demand
   *[other] { $n } requirements whose subject is met, but with another demand
  }
control-answered = Answered
control-started = Answered in part
control-open = Not answered yet
control-unasked = Not asked at this site
control-related = Same subject only
control-none = No counterpart
strength-same = Same
strength-part = Part
strength-related = Related
strength-same-hint = Meeting one fulfils the other.
strength-part-hint = One covers a real share of the other.
strength-related-hint = The same subject with another demand; it does not count as an answer.
