#include "runtime/payment_file.hpp"

#include "procedure/section.hpp"
#include "runtime/secret_file.hpp"

namespace motcua::runtime {
namespace {

namespace fs = std::filesystem;

bool is_address(const std::string& text) {
  return text.starts_with("https://") || text.starts_with("http://127.0.0.1:");
}

vnpay::Terminal read_terminal(const procedure::TomlValue& tree, procedure::Problems& problems) {
  procedure::Section section(tree, std::string(payment_file), problems);
  if (section.text("gateway") != "vnpay") {
    section.report(section.line("gateway"), "value-wrong", {"chỉ có vnpay", "must be vnpay"});
  }
  vnpay::Terminal terminal;
  terminal.code = section.text("terminal");
  terminal.secret = section.text("secret");
  terminal.payment_page = section.text("payment_page");
  terminal.api = section.text("api");
  if (tree.find("lifetime_minutes") != nullptr) {
    terminal.lifetime = minutes{section.number("lifetime_minutes", 5, 60)};
  }
  for (const auto& [key, address] :
       {std::pair{"payment_page", terminal.payment_page}, std::pair{"api", terminal.api}}) {
    if (is_address(address)) continue;
    section.report(section.line(key), "value-wrong",
                   {"phải là địa chỉ https://", "must be an https:// address"});
  }
  section.report_unknown_keys();
  return terminal;
}

}  // namespace

OrFailure<std::optional<vnpay::Terminal>> read_payment_file(const fs::path& data) {
  const auto path = data / payment_file;
  const auto text = read_secret_file(path);
  if (!text) return Unexpected{text.error()};
  if (!*text) return std::optional<vnpay::Terminal>{};
  const auto tree = procedure::read_toml(**text);
  if (!tree) {
    return malformed(path.string() + ":" + std::to_string(tree.error().line) + ": " +
                     tree.error().what);
  }
  procedure::Problems problems;
  auto terminal = read_terminal(*tree, problems);
  if (problems.empty()) return std::optional{std::move(terminal)};
  return malformed(path.string() + ":" + std::to_string(problems.front().line) + ": " +
                   problems.front().what.en);
}

}  // namespace motcua::runtime
