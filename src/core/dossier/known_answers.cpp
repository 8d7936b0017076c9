#include "dossier/known_answers.hpp"

#include <boost/json/object.hpp>

#include "procedure/form.hpp"
#include "procedure/write_answer.hpp"

namespace motcua::dossier {

void write_applicant(const procedure::Version& version, json::value& answers,
                     const Applicant& applicant, const procedure::Address& address) {
  const auto put = [&](std::string_view part, const std::string& text) {
    if (!text.empty()) procedure::write_applicant_part(version, answers, part, text);
  };
  put("phone", applicant.phone);
  put("email", applicant.email);
  const auto* hints = member(version.form_hints, "applicant");
  const bool asks_organisation =
      hints != nullptr && string_member(*hints, "kind") == "organisation";
  if (asks_organisation != (applicant.kind == "organisation")) return;
  put("name", applicant.name);
  put("identity", applicant.identity);
  put("address", applicant.address);
  procedure::write_applicant_address(version, answers, address);
}

void write_contact(const procedure::Version& version, json::value& answers,
                   std::string_view earlier) {
  const auto* hints = member(version.form_hints, "applicant");
  const auto phone = hints == nullptr ? std::string_view{} : string_member(*hints, "phone");
  const auto contact = phone.substr(0, phone.rfind('/'));
  const auto given = read_json(earlier);
  if (contact.empty() || !given) return;
  const auto* known = procedure::answer_at(*given, contact);
  if (known == nullptr || !known->is_object()) return;
  for (const auto& part : known->get_object()) {
    auto* place =
        procedure::answer_place(answers, std::string(contact) + "/" + std::string(part.key()));
    if (place != nullptr && place->is_null()) *place = part.value();
  }
}

}  // namespace motcua::dossier
