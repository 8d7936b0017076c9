#include "bpmn/constraints/constraints.hpp"

#include <gtest/gtest.h>

#include <set>

#include "bpmn/definitions.hpp"
#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {
namespace {

struct Broken {
  std::string_view rule;
  std::string xml;
};

// A start, `inside`, and an end around it.
std::string around(const std::string& inside, const std::string& roots = "") {
  return in_definitions(roots + "<process id=\"p\" isExecutable=\"true\"><startEvent id=\"b\"/>" +
                        inside + "<endEvent id=\"e\"/></process>");
}

const std::string task_t = "<task id=\"t\"/>" + flow("b", "t") + flow("t", "e");
const std::string timer_day =
    "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";

std::string task_with(const std::string& content, const std::string& attributes = "") {
  return "<task id=\"t\" " + attributes + ">" + content + "</task>" + flow("b", "t") +
         flow("t", "e");
}

std::string boundary_with(const std::string& attributes, const std::string& content) {
  return task_t + "<boundaryEvent id=\"o\" attachedToRef=\"t\" " + attributes + ">" + content +
         "</boundaryEvent>";
}

std::string pools(const std::string& flow_of_messages) {
  return in_definitions(
      "<collaboration id=\"c\"><participant id=\"a1\" processRef=\"p\"/><participant id=\"a2\"/>" +
      flow_of_messages + "</collaboration><process id=\"p\"><startEvent id=\"b\"/>" + task_t +
      "<endEvent id=\"e\"/></process>");
}

std::vector<Broken> broken_flows_and_references() {
  return {
      {"ids_are_unique", around(task_t + "<group id=\"t\"/>")},
      {"flow_elements_have_ids", around(task_t + "<manualTask isForCompensation=\"true\"/>")},
      {"text_formats_are_mime_types",
       around(task_t + "<textAnnotation id=\"x\" textFormat=\"odd\"/>")},
      {"references_lead_somewhere",
       around("<sendTask id=\"t\" messageRef=\"gone\"/>" + flow("b", "t") + flow("t", "e"))},
      {"expressions_have_bodies",
       around(task_with(
           "<standardLoopCharacteristics><loopCondition/></standardLoopCharacteristics>"))},
      {"named_flows_are_connected", around(task_with("<incoming>t-e</incoming>"))},
      {"sequence_flows_join_flow_nodes", around(task_t + flow("t", "gone"))},
      {"sequence_flows_stay_in_their_scope",
       around("<subProcess id=\"t\"><task id=\"i\"/></subProcess>" + flow("b", "t") +
              flow("i", "e") + flow("t", "e"))},
      {"conditions_do_not_leave_other_nodes",
       around("<task id=\"t\"/>" + flow("b", "t", "x") + flow("t", "e"))},
      {"conditions_leave_a_choice",
       around("<task id=\"t\"/>" + flow("b", "t") + flow("t", "e", "x"))},
      {"default_flows_leave_their_node", around(task_with("", "default=\"b-t\""))},
      {"nodes_have_a_flow_in", around(task_t + "<task id=\"u\"/>" + flow("u", "e"))},
      {"nodes_have_a_flow_out", around(task_t + "<task id=\"u\"/>" + flow("b", "u"))},
      {"starts_and_ends_come_together",
       in_process("<startEvent id=\"b\"/><task id=\"t\"/>" + flow("b", "t"))},
      {"event_sub_processes_have_no_flows",
       around(task_t + "<subProcess id=\"u\" triggeredByEvent=\"true\"/>" + flow("t", "u"))},
      {"compensation_activities_have_no_flows",
       around(task_t + "<task id=\"u\" isForCompensation=\"true\"/>" + flow("t", "u"))},
  };
}

std::vector<Broken> broken_gateways() {
  const std::string choice = "<eventBasedGateway id=\"g\"/>" + flow("b", "g") + flow("g", "c") +
                             flow("c", "e") + flow("g", "d") + flow("d", "e");
  const std::string waits =
      "<intermediateCatchEvent id=\"c\">" + timer_day + "</intermediateCatchEvent>";
  return {
      {"gateways_keep_their_direction",
       around("<parallelGateway id=\"t\" gatewayDirection=\"Mixed\"/>" + flow("b", "t") +
              flow("t", "e"))},
      {"choices_have_conditions",
       around("<exclusiveGateway id=\"t\"/><task id=\"u\"/>" + flow("b", "t") + flow("t", "u") +
              flow("u", "e") + flow("t", "e"))},
      {"event_gateways_offer_a_choice", around("<eventBasedGateway id=\"g\"/>" + waits +
                                               flow("b", "g") + flow("g", "c") + flow("c", "e"))},
      {"event_gateways_lead_to_events", around(choice + waits + "<task id=\"d\"/>")},
      {"receive_tasks_behind_gateways_have_no_boundary",
       around(choice + waits +
              "<receiveTask id=\"d\"/><boundaryEvent id=\"o\" attachedToRef=\"d\">" + timer_day +
              "</boundaryEvent>" + flow("o", "e"))},
      {"instantiating_gateways_begin",
       around("<eventBasedGateway id=\"h\" eventGatewayType=\"Parallel\"/>" + task_t +
              flow("t", "h"))},
  };
}

std::vector<Broken> broken_events() {
  const auto caught = [](const std::string& content) {
    return "<intermediateCatchEvent id=\"t\">" + content + "</intermediateCatchEvent>" +
           flow("b", "t") + flow("t", "e");
  };
  const auto thrown = [](const std::string& content) {
    return "<intermediateThrowEvent id=\"t\">" + content + "</intermediateThrowEvent>" +
           flow("b", "t") + flow("t", "e");
  };
  const std::string links =
      "<intermediateThrowEvent id=\"l1\"><linkEventDefinition id=\"d1\" "
      "name=\"x\"><target>d2</target>"
      "</linkEventDefinition></intermediateThrowEvent><intermediateCatchEvent id=\"l2\">"
      "<linkEventDefinition id=\"d2\" name=\"x\"><source>d3</source></linkEventDefinition>"
      "</intermediateCatchEvent><intermediateThrowEvent id=\"l3\"><linkEventDefinition id=\"d3\" "
      "name=\"x\"/>"
      "</intermediateThrowEvent>" +
      flow("t", "l1") + flow("t", "l3") + flow("l2", "e");
  return {
      {"start_events_have_no_incoming", around(task_t + flow("t", "b"))},
      {"start_events_fit_their_scope",
       around("<subProcess id=\"t\"><startEvent id=\"i\">" + timer_day +
              "</startEvent></subProcess>" + flow("b", "t") + flow("t", "e"))},
      {"event_sub_processes_have_one_start",
       around(task_t + "<subProcess id=\"u\" triggeredByEvent=\"true\"/>")},
      {"end_events_have_no_outgoing", around(task_t + flow("e", "t"))},
      {"cancel_ends_are_in_transactions",
       around(task_t + "<endEvent id=\"f\"><cancelEventDefinition/></endEvent>" + flow("t", "f"))},
      {"end_events_throw_what_they_may",
       around(task_t + "<endEvent id=\"f\">" + timer_day + "</endEvent>" + flow("t", "f"))},
      {"throw_events_throw_what_they_may", around(thrown(timer_day))},
      {"catch_events_catch_what_they_may", around(caught(""))},
      {"intermediate_events_go_on",
       around(task_t + "<intermediateThrowEvent id=\"u\"/>" + flow("t", "u"))},
      {"links_agree", around(task_t + links)},
      {"links_have_partners", around(task_t +
                                     "<intermediateThrowEvent id=\"u\"><linkEventDefinition "
                                     "name=\"x\"/></intermediateThrowEvent>" +
                                     flow("t", "u"))},
      {"thrown_errors_and_escalations_have_codes",
       around(task_t + "<endEvent id=\"f\"><errorEventDefinition/></endEvent>" + flow("t", "f"))},
      {"timers_are_readable", around(caught("<timerEventDefinition><timeDate>soon</timeDate>"
                                            "</timerEventDefinition>"))},
      {"boundaries_are_attached", around(task_t + "<boundaryEvent id=\"o\" attachedToRef=\"b\">" +
                                         timer_day + "</boundaryEvent>" + flow("o", "e"))},
      {"boundaries_catch_what_they_may", around(boundary_with("", "") + flow("o", "e"))},
      {"boundaries_have_no_incoming",
       around(boundary_with("", timer_day) + flow("o", "e") + flow("t", "o"))},
      {"boundaries_lead_on", around(boundary_with("", timer_day))},
      {"compensation_leads_to_its_handler",
       around(boundary_with("", "<compensateEventDefinition/>"))},
      {"cancel_boundaries_are_on_transactions",
       around(boundary_with("", "<cancelEventDefinition/>") + flow("o", "e"))},
  };
}

std::vector<Broken> broken_activities_and_data() {
  const auto io = [](const std::string& content) {
    return task_with("<ioSpecification>" + content + "</ioSpecification>");
  };
  const std::string items =
      "<itemDefinition id=\"i1\" structureRef=\"String\"/><itemDefinition id=\"i2\" "
      "structureRef=\"int\"/>";
  return {
      {"quantities_are_positive", around(task_with("", "startQuantity=\"0\""))},
      {"resources_are_named_or_reckoned",
       around(task_with(
           "<performer id=\"r\"><resourceParameterBinding parameterRef=\"x\"/></performer>"))},
      {"activities_loop_one_way",
       around(
           task_with("<standardLoopCharacteristics loopMaximum=\"1\"/><standardLoopCharacteristics "
                     "loopMaximum=\"1\"/>"))},
      {"loops_have_an_end", around(task_with("<standardLoopCharacteristics/>"))},
      {"multi_instances_are_counted_one_way",
       around(task_with("<multiInstanceLoopCharacteristics/>"))},
      {"behaviours_name_their_events",
       around(task_with("<multiInstanceLoopCharacteristics behavior=\"One\"><loopCardinality>2"
                        "</loopCardinality></multiInstanceLoopCharacteristics>"))},
      {"conditions_may_be_true",
       around(task_with("<standardLoopCharacteristics><loopCondition>12</loopCondition>"
                        "</standardLoopCharacteristics>"))},
      {"choreography_stays_in_choreographies", around(task_t + "<choreographyTask id=\"c\"/>")},
      {"transaction_methods_are_uris",
       around("<transaction id=\"t\" method=\"odd\"/>" + flow("b", "t") + flow("t", "e"))},
      {"ad_hoc_sub_processes_have_no_events_at_their_ends",
       around("<adHocSubProcess id=\"t\"/>" + flow("b", "t") + flow("t", "e"))},
      {"supported_interfaces_are_bound",
       around(
           task_t,
           "<globalTask id=\"gt\"><supportedInterfaceRef>x</supportedInterfaceRef></globalTask>")},
      {"calls_call_something",
       around("<callActivity id=\"t\" calledElement=\"b\"/>" + flow("b", "t") + flow("t", "e"))},
      {"references_show_name_and_state",
       around(
           task_t +
           "<dataObject id=\"o\" name=\"Đơn\"/><dataObjectReference id=\"r\" dataObjectRef=\"o\" "
           "name=\"x\"><dataState name=\"đã ký\"/></dataObjectReference>")},
      {"properties_belong_to_activities_and_events", around(task_t, "<property id=\"x\"/>")},
      {"associations_go_the_right_way",
       around(task_t + "<task id=\"u\"><dataOutputAssociation><targetRef>in</targetRef>"
                       "</dataOutputAssociation><ioSpecification><dataInput "
                       "id=\"in\"/></ioSpecification></task>")},
      {"items_are_in_a_set", around(io("<dataInput id=\"in\"/><inputSet/><outputSet/>"))},
      {"sets_hold_their_special_items",
       around(io("<dataInput "
                 "id=\"in\"/><inputSet><optionalInputRefs>in</optionalInputRefs></inputSet>"))},
      {"several_sources_are_transformed",
       around(task_with("<dataInputAssociation><sourceRef>x</sourceRef><sourceRef>y</sourceRef>"
                        "</dataInputAssociation>"))},
      {"loop_items_fit_their_collection",
       around(task_with(
                  "<ioSpecification><dataInput id=\"in\" itemSubjectRef=\"i1\"/></ioSpecification>"
                  "<multiInstanceLoopCharacteristics><loopDataInputRef>in</loopDataInputRef>"
                  "<inputDataItem id=\"x\" "
                  "itemSubjectRef=\"i2\"/></multiInstanceLoopCharacteristics>"),
              items)},
  };
}

std::vector<Broken> broken_messages_and_collaborations() {
  const std::string message =
      "<message id=\"m\"/><signal id=\"s\" structureRef=\"i1\"/><itemDefinition "
      "id=\"i1\"/><itemDefinition id=\"i2\"/>"
      "<interface id=\"f\"><operation "
      "id=\"op\"><inMessageRef>m</inMessageRef></operation></interface>";
  const auto with_io = [](const std::string& kind, const std::string& item) {
    return "<" + kind + " id=\"t\" messageRef=\"m\"><ioSpecification><" + item + " id=\"x\"/><" +
           item + " id=\"y\"/></ioSpecification></" + kind + ">" + flow("b", "t") + flow("t", "e");
  };
  const auto ends = [](const std::string& content) {
    return task_t + "<endEvent id=\"f1\">" + content + "</endEvent>" + flow("t", "f1");
  };
  return {
      {"services_fit_their_operation",
       around("<serviceTask id=\"t\" operationRef=\"op\"/>" + flow("b", "t") + flow("t", "e"),
              message)},
      {"send_tasks_fit_their_message", around(with_io("sendTask", "dataInput"), message)},
      {"receive_tasks_fit_their_message", around(with_io("receiveTask", "dataOutput"), message)},
      {"events_carry_what_they_define",
       around(ends("<dataInput id=\"x\" itemSubjectRef=\"i2\"/><signalEventDefinition "
                   "signalRef=\"s\"/>"),
              message)},
      {"executable_message_events_name_their_message",
       around(ends("<messageEventDefinition/>"), message)},
      {"executable_typed_messages_name_their_operation",
       around(ends("<messageEventDefinition messageRef=\"typed\"/>"),
              message + "<message id=\"typed\" itemRef=\"i1\"/>")},
      {"executable_signals_are_named", around(ends("<signalEventDefinition/>"))},
      {"choreographies_do_not_refer_to_choreographies",
       around(task_t,
              "<choreography id=\"c\"><choreographyRef>x</choreographyRef></choreography>")},
      {"multiplicities_are_ranges",
       around(task_t,
              "<collaboration id=\"c\"><participant id=\"a\"><participantMultiplicity "
              "minimum=\"3\" maximum=\"2\"/></participant></collaboration>")},
      {"message_flows_join_what_exchanges_messages",
       pools("<messageFlow id=\"f\" sourceRef=\"b-t\" targetRef=\"a2\"/>")},
      {"message_flows_leave_their_pool",
       pools("<messageFlow id=\"f\" sourceRef=\"t\" targetRef=\"a1\"/>")},
      {"message_flows_respect_start_and_end",
       pools("<messageFlow id=\"f\" sourceRef=\"a2\" targetRef=\"e\"/>")},
      {"choreography_activities_have_participants",
       around(task_t, "<choreography id=\"c\"><choreographyTask id=\"x\"/></choreography>")},
      {"lanes_name_flow_nodes",
       around(
           task_t +
           "<laneSet id=\"l\"><lane id=\"l1\"><flowNodeRef>gone</flowNodeRef></lane></laneSet>")},
  };
}

void expect_found(const std::vector<Broken>& samples, std::set<std::string_view>& tried) {
  for (const Broken& sample : samples) {
    tried.insert(sample.rule);
    const auto model = import_definitions(sample.xml);
    ASSERT_FALSE(model.ok()) << sample.rule;
    bool found = false;
    for (const ImportError& error : model.error()) {
      EXPECT_GE(error.line, 1);
      EXPECT_FALSE(error.what.vi.empty() || error.what.en.empty()) << sample.rule;
      found |= error.rule == sample.rule;
    }
    EXPECT_TRUE(found) << sample.rule << ": " << model.error().front().what.en;
  }
}

TEST(Constraints, EachRuleFindsWhatBreaksIt) {
  std::set<std::string_view> tried;
  expect_found(broken_flows_and_references(), tried);
  expect_found(broken_gateways(), tried);
  expect_found(broken_events(), tried);
  expect_found(broken_activities_and_data(), tried);
  expect_found(broken_messages_and_collaborations(), tried);
  for (const auto rules :
       {reference_rules(), flow_rules(), gateway_rules(), event_rules(), boundary_rules(),
        activity_rules(), item_rules(), message_rules(), collaboration_rules()}) {
    for (const Rule& rule : rules) EXPECT_TRUE(tried.contains(rule.name)) << rule.name;
  }
}

TEST(Constraints, AcceptAValidModelUnderAnyPrefix) {
  EXPECT_TRUE(import_definitions(around(task_t)).ok());
  std::string xml = around(task_t);
  for (const std::string_view tag :
       {"definitions", "process", "startEvent", "task", "endEvent", "sequenceFlow"}) {
    for (const std::string begin : {"<", "</"}) {
      for (std::size_t at = 0;
           (at = xml.find(begin + std::string(tag), at)) != std::string::npos;) {
        xml.insert(at + begin.size(), "x:");
        at += begin.size() + 2;
      }
    }
  }
  xml.replace(xml.find("xmlns="), 6, "xmlns:x=");
  EXPECT_TRUE(import_definitions("\xef\xbb\xbf" + xml).ok()) << xml;
}

}  // namespace
}  // namespace motcua::bpmn
