// Everything the API works with, put together once by the program.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "appointment/settings.hpp"
#include "authority/open_figures.hpp"
#include "clock/clocks.hpp"
#include "commands/design_desk.hpp"
#include "commands/issue_result.hpp"
#include "commands/notice_templates.hpp"
#include "commands/paper_scans.hpp"
#include "commands/payment_duty.hpp"
#include "commands/petition_desk.hpp"
#include "commands/registrar.hpp"
#include "commands/substitutions.hpp"
#include "commands/travel_desk.hpp"
#include "password/password.hpp"
#include "ports/appointment_book.hpp"
#include "ports/article_store.hpp"
#include "ports/chance.hpp"
#include "ports/desk_store.hpp"
#include "ports/file_store.hpp"
#include "ports/identity_provider.hpp"
#include "ports/journal.hpp"
#include "ports/lists.hpp"
#include "ports/outbox.hpp"
#include "ports/paper_examiner.hpp"
#include "ports/partial_uploads.hpp"
#include "ports/people_store.hpp"
#include "procedure/guide.hpp"
#include "procedure/places.hpp"
#include "queries/figure_board.hpp"
#include "vnpay/sandbox.hpp"

namespace motcua::api {

// What notices need: the outbox, their templates, and who sends them.
struct NoticeDesk {
  ports::Outbox& outbox;
  commands::NoticeTemplates& templates;
  std::vector<notice::Channel> channels;  // by which they leave the house
  std::function<void()> wake_sender;
  std::optional<minutes> digest_at;  // when officers get their digest; nothing: never
  // Somebody says that he forgot the password of this name; never waits.
  std::function<void(std::string sign_in_name)> password_forgotten = [](std::string) {};
};

// What anybody is shown of an office beside its procedures.
struct PublicFace {
  procedure::Guide guide;
  authority::OpenFigures open_figures;
  appointment::Settings appointments = {};
  procedure::Places places = {};
};

struct Parts {
  const commands::World& world;
  commands::Registrar& registrar;
  commands::DossierCache& cache;
  ports::Journal& journal;
  ports::Lists& lists;
  ports::DeskStore& desk;
  ports::PeopleStore& people;
  ports::FileStore& files;
  ports::PartialUploads& partial_uploads;
  ports::PaperExaminer& examiner;
  ports::Clock& clock;
  ports::Chance& chance;
  password::Hasher& hasher;
  queries::FigureBoard& figures;
  clock::DemoClock* demo_clock = nullptr;        // demonstration only
  std::string public_address;                    // "http://127.0.0.1:8080", for QR codes
  std::function<std::int64_t()> real_seconds;    // of the machine, for sessions and rate limits
  commands::ResultIssuing* issuing = nullptr;    // none: no results are issued here
  ports::SignatureReader* signatures = nullptr;  // none: no signatures are read
  const NoticeDesk* notices = nullptr;           // none: the office tells nobody
  ports::PaymentGateway* gateway = nullptr;      // of payment.toml, or a demonstration's
  commands::PaymentDuty* payments = nullptr;     // with a gateway
  vnpay::Sandbox* sandbox = nullptr;             // demonstration only
  bool second_factor_needed = false;             // of officers; not in demonstrations
  std::vector<ports::IdentityProvider*> identity_providers = {};
  PublicFace face = {};
  ports::AppointmentBook* appointments = nullptr;  // none: nobody books a time here
  commands::PaperScans* scans = nullptr;           // none: papers are not scanned, nor were they
  // None: no petitions are taken here, as in scenarios.
  commands::PetitionDesk* petitions = nullptr;
  commands::SubstitutionDesk* substitutions = nullptr;  // none: nobody sets any here
  commands::TravelDesk* travel = nullptr;   // none: no book of delegations is kept, as in scenarios
  ports::ArticleStore* articles = nullptr;  // none: the office publishes nothing
  commands::DesignDesk* designs = nullptr;  // none: nothing is designed here, as in scenarios
  std::function<void(std::string_view)> log = [](std::string_view) {};  // refused notifications
};

}  // namespace motcua::api
