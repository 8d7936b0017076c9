#include "runtime/identity_file.hpp"

#include <algorithm>

#include "procedure/section.hpp"
#include "runtime/secret_file.hpp"

namespace motcua::runtime {
namespace {

using procedure::Section;

// http is for a provider on this machine, as tests have one.
bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://127.0.0.1:");
}

bool is_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
  });
}

oidc::Registration read_provider(const procedure::TomlValue& table, procedure::Problems& problems) {
  Section section(table, std::string(identity_file), problems);
  oidc::Registration provider;
  provider.id = section.text("id");
  provider.name = {section.text("name_vi"), section.text("name_en")};
  provider.issuer = section.text("issuer");
  provider.client = section.text("client");
  provider.secret = section.text("secret");
  provider.identity_claim = section.text_or("identity_claim", "");
  provider.authorities = section.text_or("authorities", "");
  if (!is_id(provider.id)) {
    section.report(section.line("id"), "value-wrong",
                   {"chỉ gồm a-z, 0-9 và -", "must consist of a-z, 0-9 and -"});
  }
  if (!is_address(provider.issuer)) {
    section.report(section.line("issuer"), "value-wrong",
                   {"phải là địa chỉ https://", "must be an https:// address"});
  }
  section.report_unknown_keys();
  return provider;
}

}  // namespace

OrFailure<std::vector<oidc::Registration>> read_identity_file(const std::filesystem::path& data) {
  const auto path = data / identity_file;
  const auto text = read_secret_file(path);
  if (!text) return Unexpected{text.error()};
  std::vector<oidc::Registration> providers;
  if (!*text) return providers;
  const auto at_line = [&](int line, const std::string& what) {
    return malformed(path.string() + ":" + std::to_string(line) + ": " + what);
  };
  const auto tree = procedure::read_toml(**text);
  if (!tree) return at_line(tree.error().line, tree.error().what);
  procedure::Problems problems;
  Section whole(*tree, std::string(identity_file), problems);
  for (const auto* table : whole.tables("provider")) {
    providers.push_back(read_provider(*table, problems));
  }
  whole.report_unknown_keys();
  if (problems.empty()) return providers;
  return at_line(problems.front().line, problems.front().what.en);
}

}  // namespace motcua::runtime
