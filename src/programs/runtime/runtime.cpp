#include "runtime/runtime.hpp"

#include <algorithm>

namespace motcua::runtime {
namespace {

constexpr std::string_view demo_clock_setting = "demo-clock";
constexpr std::string_view demonstration_setting = "demonstration";

// An office that was once a demonstration stays one: its clock is never the system's.
OrFailure<bool> is_demonstration(ports::DeskStore& desk, bool asked) {
  if (asked) {
    const auto put = desk.put_setting(demonstration_setting, "yes");
    if (!put) return Unexpected{put.error()};
    return true;
  }
  const auto found = desk.find_setting(demonstration_setting);
  if (!found) return Unexpected{found.error()};
  return found->has_value();
}

}  // namespace

OrFailure<Nothing> create_office(const files::Assets& assets, const std::filesystem::path& data,
                                 const std::string& office) {
  if (std::filesystem::exists(data / "office.toml")) {
    return Unexpected{
        Failure{FailureKind::Busy, data.string() + " already holds an office", false}};
  }
  const auto text = assets.find("offices/" + office + "/office.toml");
  if (!text) return malformed("there is no office " + office);
  std::error_code error;
  std::filesystem::create_directories(data, error);
  if (error) {
    return Unexpected{
        Failure{FailureKind::Storage, "make " + data.string() + ": " + error.message(), false}};
  }
  password::SystemChance chance;
  const auto key = write_text(data / "lookup.key", chance.token(32), Visible::OwnerOnly);
  if (!key) return Unexpected{key.error()};
  return write_text(data / "office.toml", *text, Visible::Everyone);
}

OrFailure<std::unique_ptr<Runtime>> Runtime::open(const files::Assets& assets,
                                                  const OpenOptions& options) {
  if (!std::filesystem::exists(options.data / "office.toml")) {
    return Unexpected{Failure{FailureKind::NotFound,
                              options.data.string() + " holds no office; make one with motcua init",
                              false}};
  }
  std::unique_ptr<Runtime> runtime(new Runtime);
  runtime->data_ = options.data;
  if (options.use != Use::Looking) {
    if (auto done = runtime->take_folder(); !done) return Unexpected{done.error()};
  }
  if (auto done = runtime->open_store(); !done) return Unexpected{done.error()};
  const auto is_demo = is_demonstration(*runtime->store_, options.demonstration);
  if (!is_demo) return Unexpected{is_demo.error()};
  const auto samples = *is_demo ? Samples::Offered : Samples::Closed;
  if (auto done = runtime->open_world(assets, samples); !done) return Unexpected{done.error()};
  if (auto done = *is_demo ? runtime->open_clock() : Nothing{}; !done) {
    return Unexpected{done.error()};
  }
  if (auto done = runtime->open_designs(options.use); !done) return Unexpected{done.error()};
  auto& r = *runtime;
  r.cache_ = std::make_unique<commands::DossierCache>(*r.store_);
  r.figures_ = std::make_unique<queries::FigureBoard>(*r.world_);
  if (options.use == Use::Mending) return runtime;
  if (auto done = r.load_figures(); !done) return Unexpected{done.error()};
  if (options.use == Use::Looking) return runtime;
  if (auto done = r.open_notices(assets); !done) return Unexpected{done.error()};
  r.registrar_ = std::make_unique<commands::Registrar>(*r.world_, *r.store_, *r.cache_, r.clock());
  r.registrar_->on_committed(
      [figures = r.figures_.get()](const auto& changed) { figures->take(changed); });
  r.registrar_->on_committed([sender = r.sender_.get()](const auto&) { sender->wake(); });
  if (auto done = r.open_signing(); !done) return Unexpected{done.error()};
  r.petitions_ =
      std::make_unique<commands::PetitionDesk>(*r.world_, *r.store_, *r.store_, r.clock());
  if (auto done = r.petitions_->start(); !done) return Unexpected{done.error()};
  if (auto done = r.open_travel(); !done) return Unexpected{done.error()};
  r.substitutions_ = std::make_unique<commands::SubstitutionDesk>(*r.world_, *r.store_, r.chance_);
  if (auto done = r.substitutions_->load(); !done) return Unexpected{done.error()};
  if (auto done = r.registrar_->start(); !done) return Unexpected{done.error()};
  return runtime;
}

OrFailure<Nothing> Runtime::open_travel() {
  const auto office_file = read_text(data_ / "office.toml");
  if (!office_file) return Unexpected{office_file.error()};
  auto settings = travel::read_settings(*office_file);
  if (!settings) return Unexpected{settings.error()};
  travel_ = std::make_unique<commands::TravelDesk>(
      commands::TravelDesk::Parts{*world_, *store_, store_.get(), *cache_, clock()},
      std::move(*settings));
  registrar_->on_committed([travel = travel_.get()](const auto& changed) {
    for (const auto& one : changed) travel->note(one.dossier);
  });
  digests_->tell_of(*travel_);
  if (auto started = travel_->start(); !started) return started;
  if (auto taken = travel_->take_up(); !taken) return taken;
  world_->ask_registers(travel_.get());
  return Nothing{};
}

OrFailure<Nothing> Runtime::open_signing() {
  if (demo_clock_) {
    auto given = give_demo_keys(data_ / "keys", world_->office(), chance_.token(16));
    if (!given) return given;
  }
  auto opened = Signing::open(data_ / "keys", {*registrar_, *cache_, *world_, clock(), *files_});
  if (!opened) return Unexpected{opened.error()};
  signing_ = std::move(*opened);
  return Nothing{};
}

OrFailure<Nothing> Runtime::load_figures() {
  auto loaded = figures_->load(*store_);
  if (loaded || loaded.error().kind != FailureKind::Malformed) return loaded;
  return Unexpected{Failure{FailureKind::Storage,
                            "the views in " + (data_ / "motcua.sqlite").string() +
                                " are damaged; motcua verify --rebuild makes them anew from the"
                                " journal: " +
                                loaded.error().what,
                            false}};
}

Runtime::~Runtime() {
  if (registrar_) registrar_->stop();
  if (sender_) sender_->stop();
}

// Uploads that a killed program left half done are nobody's.
OrFailure<Nothing> Runtime::take_folder() {
  auto lock = FolderLock::take(data_);
  if (!lock) return Unexpected{lock.error()};
  lock_.emplace(std::move(*lock));
  std::error_code error;
  for (const auto& spool : {data_ / "spool", data_ / "files" / "spool"}) {
    std::filesystem::remove_all(spool, error);
  }
  if (error) return Unexpected{Failure{FailureKind::Storage, error.message(), false}};
  return Nothing{};
}

OrFailure<Nothing> Runtime::open_store() {
  auto store = sqlite::Store::open((data_ / "motcua.sqlite").string());
  if (!store) return Unexpected{store.error()};
  store_ = std::move(*store);
  auto kept = files::FolderStore::open((data_ / "files").string());
  if (!kept) return Unexpected{kept.error()};
  files_ = std::move(*kept);
  auto partial = files::FolderPartialUploads::open((data_ / "uploads").string());
  if (!partial) return Unexpected{partial.error()};
  partial_uploads_ = std::move(*partial);
  auto examiner = paper::ContentExaminer::open();
  if (!examiner) return Unexpected{examiner.error()};
  examiner_ = std::move(*examiner);
  std::error_code error;
  std::filesystem::create_directories(data_ / "spool", error);
  if (error) return Unexpected{Failure{FailureKind::Storage, error.message(), false}};
  return Nothing{};
}

OrFailure<Nothing> Runtime::open_world(const files::Assets& assets, Samples samples) {
  const auto text = read_text(data_ / "office.toml");
  if (!text) return Unexpected{text.error()};
  auto office = authority::read_office(*text);
  if (!office) return Unexpected{office.error()};
  const auto key = read_text(data_ / "lookup.key");
  if (!key) return Unexpected{key.error()};
  auto library = load_library(assets, samples, &*office);
  if (!library) return Unexpected{library.error()};
  auto catalogue = commands::catalogue_of(*library);
  if (!catalogue) return Unexpected{catalogue.error()};
  auto matrices = commands::matrices_of(*library);
  if (!matrices) return Unexpected{matrices.error()};
  shipped_ = std::move(*library);
  auto calendar = load_calendar(assets, data_, office->calendar);
  if (!calendar) return Unexpected{calendar.error()};
  world_ = std::make_unique<commands::World>(std::move(*office), std::move(*catalogue),
                                             std::move(*calendar), *key);
  world_->replace_matrices(std::move(*matrices));
  return Nothing{};
}

OrFailure<Nothing> Runtime::open_designs(Use use) {
  version_folders_ = std::make_unique<files::OfficeVersionFolders>(data_.string());
  designs_ = std::make_unique<commands::DesignDesk>(
      commands::DesignDesk::Uses{*world_, *store_, *version_folders_, clock()},
      std::move(shipped_));
  using Folders = commands::DesignDesk::Folders;
  return designs_->start(use == Use::Writing ? Folders::Mend : Folders::LookOnly);
}

OrFailure<Nothing> Runtime::open_clock() {
  Moment opens = world_->office().demo_opens.value_or(system_clock_.now());
  const auto resumed = store_->find_setting(demo_clock_setting);
  if (!resumed) return Unexpected{resumed.error()};
  if (*resumed) opens = parse_moment(**resumed).value_or(opens);
  const auto last_act = store_->last_act_at();
  if (!last_act) return Unexpected{last_act.error()};
  opens =
      std::max(opens, last_act->value_or(opens));  // a killed program did not say how far it was
  demo_clock_ = std::make_unique<clock::DemoClock>(opens);
  return Nothing{};
}

ports::Clock& Runtime::clock() {
  if (demo_clock_) return *demo_clock_;
  return system_clock_;
}

OrFailure<Nothing> Runtime::set_password(const std::string& username, std::string_view password) {
  if (world_->office().find_person(username) == nullptr) {
    return Unexpected{Failure{FailureKind::NotFound, "office.toml names no " + username, false}};
  }
  auto hash = hasher_.hash(password);
  if (!hash) return Unexpected{hash.error()};
  return store_->put_account({username, std::move(*hash), {}});
}

void Runtime::remember_demo_clock() {
  (void)store_->put_setting(demo_clock_setting, write_moment(demo_clock_->now()));
}

}  // namespace motcua::runtime
