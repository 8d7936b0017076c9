// motcua holiday: a day off decreed late. Adds it to the office's calendar, recomputes every open
// promise and says what changed. Run it while the office is closed; serving reads it at its start.

#include <fstream>
#include <iostream>

#include "cli/office_commands.hpp"
#include "runtime/folder.hpp"
#include "view/figure_row.hpp"

namespace motcua::cli {
namespace {

bool is_plain(const std::string& text) {
  return text.find_first_of("\"\\\n\r") == std::string::npos;
}

std::string entry_of(const HolidayOptions& options) {
  return "[[day]]\ndate = " + options.date + "\nkind = \"holiday\"\nname = { vi = \"" +
         options.name_vi + "\", en = \"" + options.name_en + "\" }\ndecree = \"" + options.decree +
         "\"\n";
}

std::vector<std::string> open_dossiers(ports::Journal& journal) {
  std::vector<std::string> codes;
  (void)journal.each_figures([&](std::string_view line) {
    const auto row = view::read_figure_row(line);
    if (row && !row->ended_at && !row->promises.empty()) codes.push_back(row->code);
  });
  return codes;
}

}  // namespace

int run_holiday(const files::Assets& assets, const HolidayOptions& options) {
  if (!parse_date(options.date) || !is_plain(options.decree) || !is_plain(options.name_vi) ||
      !is_plain(options.name_en)) {
    std::cerr << "motcua: the date must exist, the texts may hold no quotes\n";
    return 2;
  }
  auto runtime = runtime::Runtime::open(assets, {options.data, false});
  if (!runtime) {
    std::cerr << "motcua: " << runtime.error().what << "\n";
    return 1;
  }
  std::ofstream late(options.data / "late-holidays.toml", std::ios::app);
  late << entry_of(options);
  late.close();
  if (!late) {
    std::cerr << "motcua: cannot write to " << options.data.string() << "\n";
    return 1;
  }
  if (const auto reloaded = (*runtime)->reload_calendar(assets); !reloaded) {
    std::cerr << "motcua: " << reloaded.error().what << "\n";
    return 1;
  }
  int changed = 0;
  for (const auto& code : open_dossiers((*runtime)->store())) {
    commands::Request request;
    request.officer.actor = {"office", "Lịch làm việc", ""};
    request.command = commands::RecomputePromise{code, options.decree};
    const auto outcome = (*runtime)->registrar().perform(std::move(request));
    const auto* done = std::get_if<commands::Done>(&outcome);
    if (done == nullptr || done->event.empty()) continue;
    ++changed;
    const auto& promises = done->dossier->promises;
    std::cout << code << ": " << write_vietnamese(*promises[promises.size() - 2].due) << " → "
              << write_vietnamese(*promises.back().due) << "\n";
  }
  std::cout << changed << " promises changed\n";
  return 0;
}

}  // namespace motcua::cli
