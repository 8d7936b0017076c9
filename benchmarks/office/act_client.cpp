#include "office/act_client.hpp"

#include <stdexcept>

#include "base/json.hpp"
#include "office/life.hpp"

namespace motcua::bench {

ActClient::ActClient(const ServedOffice& office, std::vector<Standing> standings,
                     std::uint64_t first_number)
    : standings_(standings.begin(), standings.end()), next_number_(first_number) {
  for (const auto& act : life()) {
    if (!sessions_.contains(act.officer)) {
      sessions_.emplace(act.officer, sign_in(office, act.officer));
    }
  }
  for (auto& standing : standings_) idle_.push_back(&standing);
}

std::string ActClient::request(std::uint64_t number) {
  if (idle_.empty()) throw std::runtime_error("more clients than dossiers");
  Standing& standing = *idle_.front();
  idle_.pop_front();
  under_way_[number] = &standing;
  if (standing.stage == life().size()) {
    ended_[standing.code] = standing.version;
    standing = {};
  }
  const bool is_new = standing.code.empty();
  const Act act = is_new ? Act{counter_officer, "", ""} : life()[standing.stage];
  const std::string body = is_new ? registration_body(next_number_++) : std::string(act.input);
  const Session& session = sessions_.find(act.officer)->second;
  std::string text = is_new ? "POST /api/counter/dossiers HTTP/1.1\r\n"
                            : "POST /api/dossiers/" + standing.code + "/acts/" +
                                  std::string(act.name) + " HTTP/1.1\r\n";
  text += "Host: a\r\n" + session.cookie + session.csrf;
  if (!is_new) text += "If-Match: \"" + std::to_string(standing.version) + "\"\r\n";
  text += "Idempotency-Key: " + std::to_string(100'000'000 + keys_++) +
          "-benchmark\r\nContent-Type: application/json\r\nContent-Length: " +
          std::to_string(body.size()) + "\r\n\r\n" + body;
  return text;
}

void ActClient::answered(std::uint64_t number, const load::Answer& answer) {
  const auto found = under_way_.find(number);
  Standing& standing = *found->second;
  under_way_.erase(found);
  if (answer.status < 200 || answer.status > 299) {
    if (trouble_.empty()) trouble_ = std::to_string(answer.status) + " " + answer.body;
    return;
  }
  ++acknowledged_;
  if (standing.code.empty()) {
    const auto value = read_json(answer.body);
    if (value) standing.code = string_member(*value, "code");
  } else {
    ++standing.stage;
    ++standing.version;
  }
  idle_.push_back(&standing);
}

std::map<std::string, std::uint64_t> ActClient::versions_told() const {
  auto told = ended_;
  for (const auto& standing : standings_) {
    if (!standing.code.empty()) told[standing.code] = standing.version;
  }
  return told;
}

}  // namespace motcua::bench
