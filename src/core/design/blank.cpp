#include "design/blank.hpp"

#include <array>
#include <utility>

#include "design/act.hpp"

namespace motcua::design {
namespace {

struct Step {
  std::string_view id;
  std::string_view name;
  std::string_view act;
  std::string_view role;
  std::string_view unit;
};
constexpr std::array<Step, 4> steps{
    Step{"reception", "Tiếp nhận hồ sơ, giao giấy hẹn", "hand-over", "reception", "reception"},
    Step{"examine", "Thụ lý, dự thảo kết quả", "propose", "specialist", "division"},
    Step{"decide", "Lãnh đạo ký kết quả", "sign-off", "director", "leadership"},
    Step{"return", "Trả kết quả", "return-result", "reception", "reception"}};
constexpr int column = 170;  // of the diagram, in points

// Texts of people as a TOML or JSON string of one line; XML takes the same but for its own marks.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : clean(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string for_xml(std::string_view text) {
  std::string out;
  for (char c : clean(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out;
}

std::string flow(int number) { return "flow-" + std::to_string(number); }

std::string shape(std::string_view id, int number, bool event) {
  const int x = 100 + number * column + (event ? 32 : 0);
  return "    <bpmndi:BPMNShape id=\"" + std::string(id) + "-shape\" bpmnElement=\"" +
         std::string(id) + "\"><dc:Bounds x=\"" + std::to_string(x) + "\" y=\"" +
         (event ? "122" : "100") + "\" width=\"" + (event ? "36" : "100") + "\" height=\"" +
         (event ? "36" : "80") + "\" /></bpmndi:BPMNShape>\n";
}

std::string edge(int number) {
  const int from = 100 + number * column + (number == 0 ? 68 : 100);
  const int to = 100 + (number + 1) * column + (number == int(steps.size()) ? 32 : 0);
  return "    <bpmndi:BPMNEdge id=\"" + flow(number) + "-edge\" bpmnElement=\"" + flow(number) +
         "\"><di:waypoint x=\"" + std::to_string(from) + "\" y=\"140\" /><di:waypoint x=\"" +
         std::to_string(to) + "\" y=\"140\" /></bpmndi:BPMNEdge>\n";
}

std::string blank_process(std::string_view id, std::string_view title) {
  const auto last = static_cast<int>(steps.size());
  std::string nodes = "    <bpmn:startEvent id=\"start\" name=\"Nộp hồ sơ\" />\n";
  std::string flows;
  std::string shapes = shape("start", 0, true);
  std::string edges;
  std::string_view before = "start";
  for (int i = 0; i <= last; ++i) {
    const std::string_view to = i < last ? steps[std::size_t(i)].id : "end";
    flows += "    <bpmn:sequenceFlow id=\"" + flow(i) + "\" sourceRef=\"" + std::string(before) +
             "\" targetRef=\"" + std::string(to) + "\" />\n";
    edges += edge(i);
    shapes += shape(to, i + 1, i == last);
    before = to;
    if (i == last) break;
    const auto& step = steps[std::size_t(i)];
    nodes += "    <bpmn:userTask id=\"" + std::string(step.id) + "\" name=\"" +
             std::string(step.name) + "\" motcua:act=\"" + std::string(step.act) +
             "\" motcua:role=\"" + std::string(step.role) + "\" motcua:unit=\"" +
             std::string(step.unit) + "\" />\n";
  }
  nodes += "    <bpmn:endEvent id=\"end\" name=\"Đã trả kết quả\" />\n";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
         " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
         " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
         " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
         " xmlns:motcua=\"urn:motcua:bpmn:1\" id=\"definitions-" +
         std::string(id) + "\" targetNamespace=\"urn:motcua:procedure:" + std::string(id) +
         "\">\n  <bpmn:process id=\"" + std::string(id) + "\" name=\"" + for_xml(title) +
         "\" isExecutable=\"true\">\n" + nodes + flows +
         "  </bpmn:process>\n  <bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" "
         "bpmnElement=\"" +
         std::string(id) + "\">\n" + shapes + edges +
         "  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n";
}

std::string blank_texts(std::string_view title, bool english) {
  std::string text = "name = " + quoted(title) + "\n";
  text += english ? "summary = \"What it is for.\"\napplicants = \"Who may apply\"\n"
                    "result = \"What they get\"\nfee = \"No fee\"\nfield = \"Foreign affairs\"\n"
                    "reception = \"One-stop reception\"\n\n[step]\nreception = \"Receive the "
                    "dossier\"\nexamine = \"Examine, draft the result\"\ndecide = \"The director "
                    "signs\"\nreturn = \"Return the result\"\n\n[case.standard]\nname = \"Every "
                    "dossier\"\ndecided_by = \"The department\"\n"
                  : "summary = \"Dùng để làm gì.\"\napplicants = \"Ai được đề nghị\"\n"
                    "result = \"Kết quả nhận được\"\nfee = \"Không thu\"\nfield = \"Đối ngoại\"\n"
                    "reception = \"Bộ phận Một cửa\"\n\n[step]\nreception = \"Tiếp nhận hồ sơ\"\n"
                    "examine = \"Thụ lý, dự thảo kết quả\"\ndecide = \"Lãnh đạo ký kết quả\"\n"
                    "return = \"Trả kết quả\"\n\n[case.standard]\nname = \"Mọi hồ sơ\"\n"
                    "decided_by = \"Sở\"\n";
  return text;
}

procedure::Files blank_procedure(std::string_view id, std::string_view title, Date from) {
  procedure::Files files;
  files["procedure.toml"] =
      "procedure = \"" + std::string(id) + "\"\nversion = 1\nverified = false\nopen = false\n" +
      "in_force_from = " + write_date(from) +
      "\nlegal_basis = []\n\n[receipt]\nmonth_end = \"refuse\"\n\n[[case]]\nid = \"standard\"\n"
      "basis = \"chưa kiểm chứng\"\npapers = []\nterms = { counter = \"5 working-days\" }\n"
      "[case.shares]\nreception = \"4 working-hours\"\nexamine = \"2 working-days\"\n"
      "decide = \"1 working-day\"\nreturn = \"4 working-hours\"\n";
  files["texts.vi.toml"] = blank_texts(title, false);
  files["texts.en.toml"] = blank_texts(title, true);
  files["process.bpmn"] = blank_process(id, title);
  files["form.schema.json"] =
      "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "  \"type\": \"object\",\n  \"additionalProperties\": false,\n"
      "  \"required\": [\"name\"],\n  \"properties\": {\n"
      "    \"name\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 200}\n  }\n}\n";
  files["form.ui.json"] =
      "{\n  \"applicant\": {\"kind\": \"person\", \"name\": \"/name\"},\n  \"pages\": [{\"title\": "
      "{\"vi\": \"Người đề nghị\", \"en\": \"The applicant\"}, \"fields\": [\"/name\"]}],\n"
      "  \"fields\": {\"/name\": {\"label\": {\"vi\": \"Họ và tên\", \"en\": \"Full name\"}}}\n"
      "}\n";
  return files;
}

// Who decides and by which paper is for the office to say: until then it is marked.
constexpr std::string_view blank_instrument = R"(
[instrument]
title = { vi = "Chưa có văn bản", en = "No instrument yet" }
issuer = { vi = "Chưa xác định", en = "Not known yet" }
basis = "chưa kiểm chứng"

[[decider]]
id = "director"
name = { vi = "Giám đốc Sở", en = "Director of the Department" }
post = "giam-doc-so"
basis = "chưa kiểm chứng"
)";

procedure::Files blank_matrix(std::string_view id, std::string_view title, Date from) {
  procedure::Files files;
  files["matrix.toml"] = "matrix = \"" + std::string(id) +
                         "\"\nversion = 1\nin_force_from = " + write_date(from) +
                         "\n\n[name]\nvi = " + quoted(title) + "\nen = " + quoted(title) + "\n" +
                         std::string(blank_instrument);
  files["matrix.dmn"] =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"definitions-" +
      std::string(id) + "\" name=\"" + for_xml(title) +
      "\" namespace=\"urn:motcua:authority\">\n  <decision id=\"authority\" name=\"authority\">\n"
      "    <decisionTable id=\"table\" hitPolicy=\"FIRST\">\n"
      "      <output id=\"decider\" name=\"decider\" />\n"
      "      <rule id=\"rule-1\"><outputEntry id=\"rule-1-decider\"><text>\"director\"</text>"
      "</outputEntry></rule>\n    </decisionTable>\n  </decision>\n</definitions>\n";
  return files;
}

}  // namespace

procedure::Files blank_files(const Subject& subject, std::string_view title, Date in_force_from) {
  return subject.kind == Kind::Procedure ? blank_procedure(subject.id, title, in_force_from)
                                         : blank_matrix(subject.id, title, in_force_from);
}

}  // namespace motcua::design
