#include "notice/settings.hpp"

#include <charconv>

#include "procedure/section.hpp"

namespace motcua::notice {
namespace {

using procedure::Section;

constexpr std::string_view settings_file = "notices.toml";

void report_value(Section& section, std::string_view key, const Text& what) {
  section.report(
      section.line(key), "value-wrong",
      {"“" + std::string(key) + "” " + what.vi, "“" + std::string(key) + "” " + what.en});
}

MailServer read_mail(Section& section) {
  MailServer server;
  server.host = section.text("host");
  const std::string security = section.text_or("security", "starttls");
  if (security == "tls") {
    server.security = MailSecurity::Tls;
  } else if (security == "none") {
    server.security = MailSecurity::None;
  } else if (security != "starttls") {
    report_value(section, "security",
                 {"phải là starttls, tls hoặc none", "must be starttls, tls or none"});
  }
  if (server.security == MailSecurity::None && !is_on_this_machine(server)) {
    report_value(section, "security",
                 {"chỉ được là none khi máy chủ ở ngay trên máy này",
                  "may be none only for a server on this machine"});
  }
  server.port = section.number("port", 0, 65535);
  if (server.port == 0) server.port = server.security == MailSecurity::Tls ? 465 : 587;
  server.user = section.text_or("user", "");
  server.password = section.text_or("password", "");
  server.from = section.text("from");
  server.from_name = section.text_or("from_name", "");
  server.authorities = section.text_or("authorities", "");
  section.report_unknown_keys();
  return server;
}

TextGateway read_gateway(Section& section) {
  TextGateway gateway;
  gateway.url = section.text("url");
  gateway.token = section.text_or("token", "");
  gateway.body = section.text("body");
  gateway.authorities = section.text_or("authorities", "");
  if (!gateway.url.starts_with("https://") && !is_on_this_machine(gateway)) {
    report_value(section, "url", {"phải bắt đầu bằng https://", "must begin with https://"});
  }
  section.report_unknown_keys();
  return gateway;
}

std::optional<minutes> parse_time(std::string_view text) {
  const auto moment = parse_moment("2000-01-01T" + std::string(text));
  if (text.size() != 5 || !moment) return std::nullopt;
  return time_of(*moment);
}

minutes read_time(Section& section, std::string_view key, minutes otherwise) {
  const auto time = parse_time(section.text_or(key, write_time(otherwise)));
  if (!time) report_value(section, key, {"phải là giờ như 07:30", "must be a time such as 07:30"});
  return time.value_or(otherwise);
}

// "30 seconds", "5 minutes", "2 hours"
std::optional<seconds> parse_wait(std::string_view text) {
  int count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  if (read.ec != std::errc{} || count < 1 || count > 10'000) return std::nullopt;
  const std::string_view unit(read.ptr, text.data() + text.size());
  if (unit == " second" || unit == " seconds") return seconds{count};
  if (unit == " minute" || unit == " minutes") return minutes{count};
  if (unit == " hour" || unit == " hours") return hours{count};
  return std::nullopt;
}

void read_retry(Section& section, Schedule& schedule) {
  const auto waits = section.texts("waits");
  schedule.waits.clear();
  for (const auto& written : waits) {
    const auto wait = parse_wait(written);
    if (!wait) {
      report_value(section, "waits",
                   {"gồm những khoảng như “5 minutes”", "must be waits such as “5 minutes”"});
    }
    schedule.waits.push_back(wait.value_or(seconds{60}));
  }
  section.report_unknown_keys();
}

void read_digest(Section& section, Settings& settings) {
  settings.digest_at = read_time(section, "at", *settings.digest_at);
  if (section.truth("off")) settings.digest_at.reset();
  section.report_unknown_keys();
}

}  // namespace

bool is_on_this_machine(const MailServer& server) {
  return server.host == "localhost" || server.host == "127.0.0.1" || server.host == "::1";
}

bool is_on_this_machine(const TextGateway& gateway) {
  return gateway.url.starts_with("http://127.0.0.1:");
}

OrFailure<Settings> read_settings(std::string_view toml_text) {
  const auto tree = procedure::read_toml(toml_text);
  const auto told = [](int line, const std::string& what) {
    return malformed(std::string(settings_file) + ":" + std::to_string(line) + ": " + what);
  };
  if (!tree) return told(tree.error().line, tree.error().what);
  procedure::Problems problems;
  Settings settings;
  Section root(*tree, std::string(settings_file), problems);
  const auto with = [&](std::string_view key, auto read) {
    const auto* table = root.table(key);
    if (table == nullptr) return;
    Section section(*table, std::string(settings_file), problems);
    read(section);
  };
  with("mail", [&](Section& s) { settings.mail = read_mail(s); });
  with("sms", [&](Section& s) { settings.sms = read_gateway(s); });
  with("zalo", [&](Section& s) { settings.zalo = read_gateway(s); });
  with("quiet", [&](Section& s) {
    auto& quiet = settings.schedule.quiet;
    quiet = {read_time(s, "from", quiet.from), read_time(s, "to", quiet.to)};
    s.report_unknown_keys();
  });
  with("retry", [&](Section& s) { read_retry(s, settings.schedule); });
  with("digest", [&](Section& s) { read_digest(s, settings); });
  root.report_unknown_keys();
  if (problems.empty()) return settings;
  return told(problems.front().line, problems.front().what.en);
}

}  // namespace motcua::notice
