#include "server/serve.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <iostream>

#include "api/desk.hpp"
#include "duties/appointment_duty.hpp"
#include "duties/timer_duty.hpp"
#include "duties/travel_duty.hpp"
#include "http/server.hpp"
#include "runtime/identity_file.hpp"
#include "runtime/succession.hpp"
#include "server/payments.hpp"
#include "server/scanning.hpp"
#include "server/site.hpp"

namespace motcua::server {
namespace {

std::int64_t unix_seconds() {
  return std::chrono::duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

http::Config config_of(const runtime::Runtime& runtime, const ServeOptions& options) {
  http::Config config;
  config.address = options.address;
  config.port = static_cast<std::uint16_t>(options.port);
  config.network_threads = options.network_threads;
  config.workers = options.workers;
  config.tls = {options.certificate_file, options.key_file};
  config.spool_folder = (runtime.data() / "spool").string();
  config.stop_on_signals = true;
  config.problem = api::transport_problem;
  config.log_error = [](std::string_view line) { spdlog::error("{}", line); };
  return config;
}

api::NoticeDesk notice_desk(runtime::Runtime& runtime) {
  api::NoticeDesk desk{runtime.store(),
                       runtime.templates(),
                       {},
                       [&sender = runtime.sender()] { sender.wake(); },
                       runtime.notice_settings().digest_at};
  desk.password_forgotten = [&runtime](std::string name) {
    runtime.password_resets().ask(std::move(name));
    runtime.sender().wake();
  };
  for (const auto& [channel, carrier] : runtime.sender().carriers())
    desk.channels.push_back(channel);
  return desk;
}

std::string channels_of(const api::NoticeDesk& desk) {
  std::string channels;
  for (const auto channel : desk.channels) {
    channels += (channels.empty() ? "" : ", ") + std::string(notice::write_channel(channel));
  }
  return channels.empty() ? "chỉ hiện trong ứng dụng / shown in the app only" : channels;
}

void greet(runtime::Runtime& runtime, const api::Parts& parts, const std::string& address) {
  const auto& office = runtime.world().office();
  std::cout << "\n"
            << office.name.vi << " (" << office.name.en << ")\n\n"
            << "  Công dân / Citizens   " << address << "/\n"
            << "  Cán bộ / Officers     " << address << "/can-bo/\n"
            << "  Lãnh đạo / Leaders    " << address << "/dieu-hanh/\n";
  if (runtime.demo_clock() != nullptr) {
    std::cout << "\n  Tài khoản dùng thử / accounts to try:\n";
    for (const auto& person : office.people) {
      std::cout << "    " << person.username << " / " << person.demo_password << "   "
                << person.name << ", " << person.post.vi << "\n";
    }
    std::cout << "\n  Đồng hồ trình diễn / demonstration clock: "
              << write_vietnamese(runtime.demo_clock()->now()) << "\n";
  }
  std::cout << "\n  Thông báo gửi qua / notices are sent by: " << channels_of(*parts.notices)
            << "\n  Quét mã độc giấy tờ / papers scanned for malware: "
            << (parts.scans->has_scanner() ? "có / yes" : "không / no") << "\n";
  std::cout << "\n  Ctrl+C để dừng / to stop.\n" << std::endl;
}

using Providers = std::vector<std::unique_ptr<oidc::Provider>>;

// `parts.public_address` is known.
OrFailure<Providers> open_providers(const runtime::Runtime& runtime, api::Parts& parts) {
  auto registered = runtime::read_identity_file(runtime.data());
  if (!registered) return Unexpected{registered.error()};
  Providers providers;
  for (auto& one : *registered) {
    const std::string back = parts.public_address + "/api/identity/" + one.id + "/return";
    providers.push_back(std::make_unique<oidc::Provider>(std::move(one), back, unix_seconds));
    parts.identity_providers.push_back(providers.back().get());
  }
  return providers;
}

OrFailure<api::PublicFace> public_face(const runtime::Runtime& runtime,
                                       const files::Assets& assets) {
  auto guide = runtime::load_guide(assets, runtime.world().catalogue());
  if (!guide) return Unexpected{guide.error()};
  const auto office_file = runtime::read_text(runtime.data() / "office.toml");
  if (!office_file) return Unexpected{office_file.error()};
  auto open = authority::read_open_figures(*office_file);
  if (!open) return Unexpected{open.error()};
  auto appointments = appointment::read_settings(*office_file);
  if (!appointments) return Unexpected{appointments.error()};
  auto places = runtime::load_places(assets);
  if (!places) return Unexpected{places.error()};
  return api::PublicFace{std::move(*guide), std::move(*open), std::move(*appointments),
                         std::move(*places)};
}

// Browsers that look at a dossier are told when it changed.
void tell_of_changes(commands::Registrar& registrar, api::Desk& desk) {
  registrar.on_committed([&desk](const auto& changed) {
    for (const auto& [dossier, figures] : changed) {
      desk.events.tell("dossier", write_json(json::object{{"code", dossier->code},
                                                          {"version", dossier->version}}));
    }
  });
}

// Timers of processes, known from the store and kept up with every commit from here on.
OrFailure<std::shared_ptr<duties::TimerDuty>> open_timers(runtime::Runtime& runtime) {
  const auto refused = [](const std::string& code, const Rejection& why) {
    spdlog::warn("{}: {}", code, why.message(Language::English));
  };
  auto timers = std::make_shared<duties::TimerDuty>(duties::TimerDuty::Works{
      runtime.world(), runtime.store(), runtime.cache(), runtime.registrar(), refused});
  runtime.registrar().on_committed([timers](const auto& changed) { timers->take(changed); });
  if (auto loaded = timers->load(); !loaded) return Unexpected{loaded.error()};
  return timers;
}

// What time itself makes, asked for each time the sender looks at the clock.
duties::Sender::MakeDue clock_work(runtime::Runtime& runtime, const api::Parts& parts,
                                   const std::shared_ptr<duties::TimerDuty>& timers) {
  const auto appointments = std::make_shared<duties::AppointmentDuty>(
      runtime.world(), runtime.store(), parts.face.appointments);
  const auto travel = std::make_shared<duties::TravelDuty>(runtime.travel());
  const auto succession = std::make_shared<runtime::SuccessionDuty>(runtime);
  return [&runtime, appointments, travel, succession, timers](Moment now) -> OrFailure<Nothing> {
    if (auto sent = runtime.password_resets().make_due({now, unix_seconds()}); !sent) return sent;
    if (auto done = appointments->make_due(now); !done) return done;
    if (auto done = travel->make_due(now); !done) return done;
    if (auto done = succession->make_due(now); !done) return done;
    if (auto done = timers->make_due(now); !done) return done;
    return runtime.digests().make_due(now);
  };
}

api::Parts parts_of(runtime::Runtime& runtime, const ServeOptions& options,
                    const api::NoticeDesk& notices) {
  api::Parts parts{runtime.world(),
                   runtime.registrar(),
                   runtime.cache(),
                   runtime.store(),
                   runtime.store(),
                   runtime.store(),
                   runtime.store(),
                   runtime.files(),
                   runtime.partial_uploads(),
                   runtime.examiner(),
                   runtime.clock(),
                   runtime.chance(),
                   runtime.hasher(),
                   runtime.figures(),
                   runtime.demo_clock(),
                   options.public_address,
                   unix_seconds,
                   &runtime.signing().issuing(),
                   &runtime.signing().reader(),
                   &notices};
  parts.petitions = &runtime.petitions();
  parts.designs = &runtime.designs();
  parts.travel = &runtime.travel();
  parts.substitutions = &runtime.substitutions();
  parts.second_factor_needed = runtime.demo_clock() == nullptr;
  return parts;
}

int failed(const Failure& failure) {
  std::cerr << failure.what << "\n";
  return 1;
}

}  // namespace

int serve(runtime::Runtime& runtime, const files::Assets& assets, const ServeOptions& options) {
  const std::string scheme = options.certificate_file.empty() ? "http://" : "https://";
  const auto notices = notice_desk(runtime);
  api::Parts parts = parts_of(runtime, options, notices);
  auto face = public_face(runtime, assets);
  if (!face) return failed(face.error());
  parts.face = std::move(*face);
  parts.appointments = &runtime.store();
  const auto scanning = Scanning::open(runtime, parts);
  if (!scanning) return failed(scanning.error());
  parts.articles = &runtime.store();
  api::Desk desk(parts);
  const http::StaticSite site = make_site(assets);
  http::Router router;
  api::add_routes(router, desk);
  router.set_fallback(http::Run::Inline, [&](http::Request& request) {
    if (request.path.starts_with("/api/") || request.path == "/api") {
      return api::problem(api::not_found, api::language_of(&request));
    }
    if (!assets.has_web()) return api::problem(api::web_not_built, api::language_of(&request));
    return site.answer(request);
  });
  tell_of_changes(runtime.registrar(), desk);
  http::Server server(config_of(runtime, options), std::move(router));
  const auto port = server.bind();
  if (!port) return failed(port.error());
  const std::string address = scheme + options.address + ":" + std::to_string(*port);
  if (parts.public_address.empty()) parts.public_address = address;
  parts.log = [](std::string_view line) { spdlog::warn("{}", line); };
  const auto payments = Payments::open(runtime, parts);
  if (!payments) return failed(payments.error());
  (*payments)->start();
  const auto providers = open_providers(runtime, parts);
  if (!providers) return failed(providers.error());
  if (const auto kept = runtime.templates().announce(parts.public_address); !kept)
    return failed(kept.error());
  const auto scans = (*scanning)->start([&desk] { desk.events.tell("scan", "{}"); });
  if (!scans) return failed(scans.error());
  const auto timers = open_timers(runtime);
  if (!timers) return failed(timers.error());
  runtime.sender().start(clock_work(runtime, parts, *timers),
                         [](const Failure& failure) { spdlog::error("{}", failure.what); });
  greet(runtime, parts, address);
  server.run();
  runtime.registrar().stop();
  runtime.sender().stop();
  parts.scans->stop();  // before the desk it tells
  if (runtime.demo_clock() != nullptr) runtime.remember_demo_clock();
  return 0;
}

}  // namespace motcua::server
