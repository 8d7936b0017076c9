// An office opened from its data folder: store, rules, writer, figures. Wiring only.
//
// The folder holds office.toml, lookup.key, motcua.sqlite, motcua.lock, keys/, files/ and spool/.
// It may hold notices.toml: how notices are sent; without it they are read in the app only.
// Procedures come from the program's own assets and, published in the browser, from the folder's
// procedures/ and authority/; calendars from the assets, unless the folder's calendars/ has one of
// that name.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clock/clocks.hpp"
#include "commands/design_desk.hpp"
#include "commands/notice_templates.hpp"
#include "commands/petition_desk.hpp"
#include "commands/registrar.hpp"
#include "commands/travel_desk.hpp"
#include "commands/substitutions.hpp"
#include "duties/digests.hpp"
#include "duties/password_resets.hpp"
#include "duties/sender.hpp"
#include "files/assets.hpp"
#include "files/file_store.hpp"
#include "files/partial_uploads.hpp"
#include "files/version_folders.hpp"
#include "notice/settings.hpp"
#include "paper/content_examiner.hpp"
#include "password/password.hpp"
#include "procedure/guide.hpp"
#include "procedure/places.hpp"
#include "queries/figure_board.hpp"
#include "runtime/folder.hpp"
#include "runtime/signing.hpp"
#include "sqlite/store.hpp"

namespace motcua::runtime {

enum class Use {
  Writing,  // the journal: one program at a time
  Looking,  // figures and accounts, also beside a program that writes; no registrar
  Mending,  // the store alone, while nobody else writes: no registrar, and no figures, as the views
            // they are read from may be what is damaged
};

struct OpenOptions {
  std::filesystem::path data;
  bool demonstration = false;
  Use use = Use::Writing;
};

// A sample procedure is open for applications in demonstrations only; dossiers it has are kept.
enum class Samples { Offered, Closed };

class Runtime {
 public:
  static OrFailure<std::unique_ptr<Runtime>> open(const files::Assets& assets,
                                                  const OpenOptions& options);
  ~Runtime();

  const commands::World& world() const { return *world_; }
  commands::World& world() { return *world_; }
  sqlite::Store& store() { return *store_; }
  files::FolderStore& files() { return *files_; }
  files::FolderPartialUploads& partial_uploads() { return *partial_uploads_; }
  ports::PaperExaminer& examiner() { return *examiner_; }
  commands::DossierCache& cache() { return *cache_; }
  commands::Registrar& registrar() { return *registrar_; }
  commands::PetitionDesk& petitions() { return *petitions_; }
  commands::DesignDesk& designs() { return *designs_; }
  commands::TravelDesk& travel() { return *travel_; }
  commands::SubstitutionDesk& substitutions() { return *substitutions_; }
  queries::FigureBoard& figures() { return *figures_; }
  password::Hasher& hasher() { return hasher_; }
  password::SystemChance& chance() { return chance_; }
  duties::Sender& sender() { return *sender_; }
  duties::Digests& digests() { return *digests_; }
  duties::PasswordResets& password_resets() { return *password_resets_; }
  const notice::Settings& notice_settings() const { return notice_settings_; }
  commands::NoticeTemplates& templates() { return *templates_; }
  Signing& signing() { return *signing_; }
  ports::Clock& clock();
  clock::DemoClock* demo_clock() { return demo_clock_.get(); }
  const std::filesystem::path& data() const { return data_; }

  // Sets a password; the name must be one of office.toml. A second factor set up before is
  // forgotten: who lost one or the other sets it up anew.
  OrFailure<Nothing> set_password(const std::string& username, std::string_view password);
  bool is_empty() const { return figures_->dossiers() == 0; }
  void remember_demo_clock();  // so that it runs on from here after a restart

 private:
  Runtime() = default;
  OrFailure<Nothing> take_folder();
  OrFailure<Nothing> open_store();
  OrFailure<Nothing> load_figures();
  OrFailure<Nothing> open_world(const files::Assets& assets, Samples samples);
  OrFailure<Nothing> open_designs(Use use);
  OrFailure<Nothing> open_clock();
  OrFailure<Nothing> open_notices(const files::Assets& assets);
  OrFailure<Nothing> open_signing();
  OrFailure<Nothing> open_travel();

  std::filesystem::path data_;
  std::optional<FolderLock> lock_;
  std::unique_ptr<commands::World> world_;
  std::unique_ptr<sqlite::Store> store_;
  std::unique_ptr<files::FolderStore> files_;
  std::unique_ptr<files::OfficeVersionFolders> version_folders_;
  commands::Library shipped_;  // until the designers' desk has it
  std::unique_ptr<commands::DesignDesk> designs_;
  std::unique_ptr<files::FolderPartialUploads> partial_uploads_;
  std::unique_ptr<paper::ContentExaminer> examiner_;
  std::unique_ptr<commands::DossierCache> cache_;
  clock::SystemClock system_clock_;
  std::unique_ptr<clock::DemoClock> demo_clock_;
  password::Hasher hasher_;
  password::SystemChance chance_;
  std::unique_ptr<queries::FigureBoard> figures_;
  std::unique_ptr<commands::NoticeTemplates> templates_;
  notice::Settings notice_settings_;
  std::vector<std::unique_ptr<ports::Carrier>> carriers_;
  std::unique_ptr<duties::Sender> sender_;
  std::unique_ptr<duties::Digests> digests_;
  std::unique_ptr<duties::PasswordResets> password_resets_;
  std::unique_ptr<commands::TravelDesk> travel_;  // the registrar tells it: it outlives that
  std::unique_ptr<commands::Registrar> registrar_;
  std::unique_ptr<commands::PetitionDesk> petitions_;
  std::unique_ptr<commands::SubstitutionDesk> substitutions_;
  std::unique_ptr<Signing> signing_;
};

// Makes an empty office: the folder, its office.toml (the named one of the assets) and its key.
// Busy when the folder already holds an office.
OrFailure<Nothing> create_office(const files::Assets& assets, const std::filesystem::path& data,
                                 const std::string& office);

// In a data folder: how notices are sent. It holds passwords: nobody but its owner may read it.
inline constexpr std::string_view notices_file = "notices.toml";
OrFailure<notice::Settings> load_notice_settings(const std::filesystem::path& data);

// In a data folder: days off decreed late, [[day]] tables.
inline constexpr std::string_view late_days_file = "late-holidays.toml";

// The versions the program brings, with the lists their forms choose from.
OrFailure<commands::Library> load_library(const files::Assets& assets, Samples samples,
                                          const authority::Office* office = nullptr);
// With the units and posts of the office, or of the first one the program brings, among the lists
// that forms choose from.
OrFailure<procedure::Catalogue> load_procedures(const files::Assets& assets, Samples samples,
                                                const authority::Office* office = nullptr);
// The authority matrices the program brings; those of the office itself are its designers' matter.
OrFailure<authority::Matrices> load_matrices(const files::Assets& assets);
// What addresses are chosen from; empty where the web was built without.
OrFailure<procedure::Places> load_places(const files::Assets& assets);
// The guided choice; without questions where there is none. Malformed when it leads to no
// procedure.
OrFailure<procedure::Guide> load_guide(const files::Assets& assets,
                                       const procedure::Catalogue& catalogue);
// The folder's own calendars/<name>.toml stands before the program's, so that an office can enter
// a new year's decree; late days come on top. An empty `data`: the program's calendars alone.
OrFailure<calendar::WorkingCalendar> load_calendar(const files::Assets& assets,
                                                   const std::filesystem::path& data,
                                                   const std::string& name);

}  // namespace motcua::runtime
