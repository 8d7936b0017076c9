#include "cli/office_commands.hpp"

#include <fstream>
#include <iostream>

#include "commands/demo_appointments.hpp"
#include "commands/demo_history.hpp"
#include "commands/demo_petitions.hpp"
#include "commands/demo_trips.hpp"
#include "runtime/demo_articles.hpp"
#include "runtime/folder.hpp"

namespace motcua::cli {
namespace {

int fail(const Failure& failure) {
  std::cerr << "motcua: " << failure.what << "\n";
  return failure.kind == FailureKind::Malformed ? 2 : 1;
}

// The first office the product starts from.
constexpr std::string_view demo_office = "so-ngoai-vu-ha-noi";

OrFailure<int> book_demo_times(runtime::Runtime& runtime, Moment opens) {
  const auto office_file = runtime::read_text(runtime.data() / "office.toml");
  if (!office_file) return Unexpected{office_file.error()};
  const auto settings = appointment::read_settings(*office_file);
  if (!settings) return Unexpected{settings.error()};
  const commands::AppointmentDesk desk{runtime.world(), runtime.store(), *settings,
                                       runtime.chance()};
  return commands::make_demo_appointments(desk, opens, commands::demo_seed);
}

OrFailure<Nothing> furnish_demo(const files::Assets& assets, runtime::Runtime& runtime) {
  for (const auto& person : runtime.world().office().people) {
    if (auto set = runtime.set_password(person.username, person.demo_password); !set) return set;
  }
  std::cout << "Tạo lịch sử trình diễn / making the demonstration's history … " << std::flush;
  const Moment opens = runtime.world().office().demo_opens.value_or(runtime.clock().now());
  const auto made = commands::make_demo_history(runtime.world(), runtime.registrar(), opens);
  if (!made) return Unexpected{made.error()};
  const auto late = runtime.figures().dossiers_of("honest:first:settled-late", "2016", opens, {});
  const auto sent = commands::make_demo_petitions(runtime.world(), runtime.petitions(), opens,
                                                  late ? late->codes : std::vector<std::string>{});
  if (!sent) return Unexpected{sent.error()};
  const auto booked = book_demo_times(runtime, opens);
  if (!booked) return Unexpected{booked.error()};
  const auto travelled = commands::make_demo_travel(runtime.world(), runtime.travel(), opens);
  if (!travelled) return travelled;
  const auto published =
      runtime::publish_demo_articles(assets, runtime.world().office(), runtime.store());
  if (!published) return published;
  std::cout << runtime.figures().dossiers() << " hồ sơ / dossiers, "
            << runtime.petitions().all().size() << " phản ánh, kiến nghị / petitions, " << *booked
            << " lịch hẹn / appointments, " << runtime.travel().entries().size()
            << " mục đoàn ra, đoàn vào / travel entries\n";
  return Nothing{};
}

}  // namespace

int run_init(const files::Assets& assets, const std::filesystem::path& data,
             const std::string& office) {
  if (const auto made = runtime::create_office(assets, data, office); !made) {
    return fail(made.error());
  }
  auto runtime = runtime::Runtime::open(assets, {data, false});
  if (!runtime) return fail(runtime.error());
  std::cout << "An empty office stands in " << data.string() << ".\n"
            << "1. Put your people, units and addresses into " << (data / "office.toml").string()
            << ".\n2. Give each a password: motcua account --data " << data.string()
            << " USERNAME\n3. Open the door: motcua serve --data " << data.string() << "\n";
  return 0;
}

int run_account(const files::Assets& assets, const std::filesystem::path& data,
                const std::string& username) {
  auto runtime = runtime::Runtime::open(assets, {data, false, runtime::Use::Looking});
  if (!runtime) return fail(runtime.error());
  std::cerr << "Password for " << username << ": ";
  std::string password;
  std::getline(std::cin, password);
  if (password.size() < 10) {
    std::cerr << "motcua: a password needs at least 10 characters\n";
    return 2;
  }
  const auto set = (*runtime)->set_password(username, password);
  if (!set) return fail(set.error());
  std::cout << "Password set.\n";
  return 0;
}

int run_serve(const files::Assets& assets, const std::filesystem::path& data,
              const server::ServeOptions& options) {
  auto runtime = runtime::Runtime::open(assets, {data, false});
  if (!runtime) return fail(runtime.error());
  return server::serve(**runtime, assets, options);
}

int run_demo(const files::Assets& assets, const std::filesystem::path& data,
             const server::ServeOptions& options) {
  if (!std::filesystem::exists(data / "office.toml")) {
    const auto made = runtime::create_office(assets, data, std::string(demo_office));
    if (!made) return fail(made.error());
  }
  auto runtime = runtime::Runtime::open(assets, {data, true});
  if (!runtime) return fail(runtime.error());
  if ((*runtime)->is_empty()) {
    if (const auto furnished = furnish_demo(assets, **runtime); !furnished) {
      return fail(furnished.error());
    }
  }
  return server::serve(**runtime, assets, options);
}

}  // namespace motcua::cli
