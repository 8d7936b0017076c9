#include "api/petition_answers.hpp"

#include "api/input.hpp"
#include "notice/petition_notice.hpp"

namespace motcua::api {
namespace {

template <class... F>
struct PetitionCases : F... {
  using F::operator()...;
};

}  // namespace

queries::PetitionScene petition_scene(const Parts& parts,
                                      const calendar::WorkingCalendar& calendar) {
  return {parts.clock.now(), parts.world.office(), calendar};
}

std::string petition_address(const Parts& parts, std::string_view code, Language language) {
  return notice::petition_page(parts.public_address, std::string(code), language);
}

http::Response perform_petition(Desk& desk, const commands::PetitionRequest& request,
                                Language language, const WritePetition& write) {
  const auto outcome = desk.parts.petitions->perform(request);
  return std::visit(
      PetitionCases{
          [&](const commands::PetitionDone& done) {
            if (!done.repeated && desk.parts.notices != nullptr) desk.parts.notices->wake_sender();
            return write(done.petition);
          },
          [&](const Rejection& rejection) { return problem_of(rejection, language); },
          [&](const commands::PetitionChanged& c) { return conflict(c.version_now, language); },
          [&](const commands::PetitionUnknown&) { return problem(petition_not_found, language); },
          [&](const Failure& failure) { return problem_of(failure, language); },
      },
      outcome);
}

petition::Input read_petition_input(Input& input) {
  petition::Input given;
  given.unit = input.text("unit", 100);
  given.text = input.text("text", 8000);
  given.answer = input.text("answer", 8000);
  given.reason = input.text("reason", 4000);
  given.note = input.text("note", 4000);
  given.may_publish = input.flag("may_publish");
  given.liked = input.flag("liked");
  return given;
}

}  // namespace motcua::api
