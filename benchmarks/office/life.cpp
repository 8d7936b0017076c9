#include "office/life.hpp"

#include <array>
#include <stdexcept>

#include "api/input.hpp"

namespace motcua::bench {
namespace {

constexpr std::array<Act, 9> acts{{
    {"lan", "check-paper", R"({"paper":"sending-letter","check":"sound"})"},
    {"lan", "hand-over", R"({"note":"Đủ giấy tờ"})"},
    {"binh", "take", "{}"},
    {"binh", "check-paper", R"({"paper":"invitation","check":"sound"})"},
    {"binh", "propose", R"({"note":"Trình lãnh đạo Sở xem xét, ký duyệt"})"},
    {"giamdoc", "approve", "{}"},
    {"vanphong", "sign-off", R"({"outcome":"granted","document":"1204/UBND-NC"})"},
    {"lan", "record-result", R"({"outcome":"granted","document":"1204/UBND-NC"})"},
    {"lan", "return-result", R"({"returned_to":"Nguyễn Văn An"})"},
}};

dossier::Officer officer(const commands::World& world, std::string_view username) {
  const auto* person = world.office().find_person(username);
  if (person == nullptr) throw std::runtime_error("the office has no such officer");
  return {{person->username, person->name, person->unit}, person->roles};
}

json::value parsed(std::string_view text) {
  auto value = read_json(text);
  if (!value) throw std::runtime_error("a body of the benchmark is no JSON");
  return std::move(*value);
}

}  // namespace

std::span<const Act> life() { return acts; }

std::string registration_body(std::uint64_t n) {
  const std::string number = std::to_string(n);
  return R"({"procedure":"official-travel","case":"standard","outcome":"received",)"
         R"("channel":"counter","applicant":{"kind":"organisation","name":"Sở Du lịch, phòng )" +
         number + R"(","identity":"01)" + number +
         R"(","address":"Hà Nội"},"summary":"Cử đoàn 5 người đi công tác tại Cộng hòa Pháp",)"
         R"("papers":[{"paper":"sending-letter","originals":1},)"
         R"({"paper":"invitation","copies":1}],"collect_at":"counter"})";
}

commands::Request registration(const commands::World& world, std::uint64_t n) {
  std::vector<api::PathError> errors;
  commands::Request request;
  request.officer = officer(world, counter_officer);
  request.command =
      commands::RegisterApplication{api::read_registration(parsed(registration_body(n)), errors)};
  if (!errors.empty()) throw std::runtime_error("a registration of the benchmark is not accepted");
  return request;
}

commands::Request act_of_life(const commands::World& world, std::string code, std::size_t stage) {
  const Act& act = acts.at(stage);
  std::vector<api::PathError> errors;
  commands::Request request;
  request.officer = officer(world, act.officer);
  request.command =
      commands::PerformAct{std::move(code), std::string(act.name),
                           api::read_act_input(parsed(act.input), errors), std::nullopt};
  if (!errors.empty()) throw std::runtime_error("an act of the benchmark is not accepted");
  return request;
}

}  // namespace motcua::bench
