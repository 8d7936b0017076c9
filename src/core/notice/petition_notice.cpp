#include "notice/petition_notice.hpp"

#include "document/wording.hpp"

namespace motcua::notice {
namespace {

// What an event tells its sender, and the words it brings.
struct ToTell {
  std::optional<Kind> kind;
  std::string asked;
  std::string answer;  // of an answer, or the reason of a refusal
  std::optional<Moment> until;
};

struct ToTellOf {
  ToTell operator()(const petition::Received&) const {
    return {Kind::PetitionReceived, {}, {}, {}};
  }
  ToTell operator()(const petition::SupplementAsked& e) const {
    return {Kind::PetitionSupplementAsked, e.what, {}, e.sender_until};
  }
  ToTell operator()(const petition::Answered& e) const {
    return {Kind::PetitionAnswered, {}, e.text, {}};
  }
  ToTell operator()(const petition::Refused& e) const {
    return {Kind::PetitionRefused, {}, e.reason, {}};
  }
  template <class Other>
  ToTell operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::string petition_page(const std::string& public_address, const std::string& code,
                          Language language) {
  const std::string prefix = language == Language::English ? "/en" : "";
  return public_address + prefix + "/phan-anh/theo-doi/?code=" + code;
}

std::optional<Notice> petition_notice(const PetitionScene& scene, const Stationery& stationery) {
  const auto& after = scene.after;
  const auto& sender = after.received.sender;
  const auto told = std::visit(ToTellOf{}, scene.record.event);
  if (!told.kind || sender.email.empty()) return std::nullopt;
  const auto language = sender.language == "en" ? Language::English : Language::Vietnamese;
  const Text nameless{"ông/bà", "Sir or Madam"};
  const Values values{
      {"office", document::printable_line(scene.office.name.in(language))},
      {"phone", document::printable_line(scene.office.phone)},
      {"code", after.code},
      {"promise", moment_in(after.answer_due, language)},
      {"until", told.until ? moment_in(*told.until, language) : ""},
      {"sender",
       sender.name.empty() ? nameless.in(language) : document::printable_line(sender.name)},
      {"asked", document::printable(told.asked)},
      {"answer", document::printable(told.answer)},
      {"tracking", petition_page(stationery.public_address, after.code, language)},
  };
  const auto filled = fill(stationery.wording.of(*told.kind, language), values);
  return Notice{*told.kind, Channel::Email, sender.email, language, filled.subject, filled.body};
}

}  // namespace motcua::notice
