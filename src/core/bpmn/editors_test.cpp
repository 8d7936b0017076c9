// Models as common editors write them (bpmn.io, Camunda Modeler): message events with a messageRef
// alone, extension elements of theirs, a leading "=" before FEEL. They are accepted, and run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {
namespace {

using testing::ElementsAre;

constexpr std::string_view camunda_model = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
        xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xmlns:modeler="http://camunda.org/schema/modeler/1.0"
                            id="Definitions_0n1xqzp" targetNamespace="http://bpmn.io/schema/bpmn"
                                exporter="Camunda Modeler" exporterVersion="5.16.0"
                                    modeler:executionPlatform="Camunda Platform"
                                        modeler:executionPlatformVersion="7.20.0">
  <bpmn:collaboration id="Collaboration_1b2c3d4">
    <bpmn:participant id="Participant_office" name="Sở" processRef="Process_1m2n3o4" />
    <bpmn:participant id="Participant_applicant" name="Người nộp" />
    <bpmn:messageFlow id="Flow_m1" sourceRef="Participant_applicant" targetRef="StartEvent_1" />
    <bpmn:messageFlow id="Flow_m2" sourceRef="Event_ask" targetRef="Participant_applicant" />
  </bpmn:collaboration>
  <bpmn:process id="Process_1m2n3o4" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:laneSet id="LaneSet_1">
      <bpmn:lane id="Lane_1" name="Chuyên viên">
        <bpmn:flowNodeRef>StartEvent_1</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Activity_check</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Gateway_1</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_ask</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Gateway_wait</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_reply</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_late</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_withdrawn</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_end</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_end2</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="StartEvent_1" name="Hồ sơ nộp">
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
      <bpmn:messageEventDefinition id="MessageEventDefinition_1" messageRef="Message_filed" />
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_check" />
    <bpmn:userTask id="Activity_check" name="Thẩm định" camunda:assignee="${assignee}"
        camunda:candidateGroups="specialist">
      <bpmn:extensionElements>
        <camunda:formData><camunda:formField id="complete" label="Đủ?" type="boolean" />
            </camunda:formData>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_check" targetRef="Gateway_1" />
    <bpmn:exclusiveGateway id="Gateway_1" name="Đủ?" default="Flow_ask">
      <bpmn:incoming>Flow_2</bpmn:incoming>
      <bpmn:outgoing>Flow_ask</bpmn:outgoing>
      <bpmn:outgoing>Flow_yes</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="Flow_ask" sourceRef="Gateway_1" targetRef="Event_ask" />
    <bpmn:sequenceFlow id="Flow_yes" name="Có" sourceRef="Gateway_1" targetRef="Event_end">
      <bpmn:conditionExpression
          xsi:type="bpmn:tFormalExpression">=complete</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:intermediateThrowEvent id="Event_ask" name="Hỏi thêm">
      <bpmn:incoming>Flow_ask</bpmn:incoming>
      <bpmn:outgoing>Flow_3</bpmn:outgoing>
      <bpmn:messageEventDefinition id="MessageEventDefinition_2" messageRef="Message_ask"
          camunda:type="external" camunda:topic="mail" />
    </bpmn:intermediateThrowEvent>
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Event_ask" targetRef="Gateway_wait" />
    <bpmn:eventBasedGateway id="Gateway_wait">
      <bpmn:incoming>Flow_3</bpmn:incoming>
      <bpmn:outgoing>Flow_4</bpmn:outgoing>
      <bpmn:outgoing>Flow_5</bpmn:outgoing>
    </bpmn:eventBasedGateway>
    <bpmn:sequenceFlow id="Flow_4" sourceRef="Gateway_wait" targetRef="Event_reply" />
    <bpmn:sequenceFlow id="Flow_5" sourceRef="Gateway_wait" targetRef="Event_late" />
    <bpmn:intermediateCatchEvent id="Event_reply" name="Trả lời">
      <bpmn:incoming>Flow_4</bpmn:incoming>
      <bpmn:outgoing>Flow_6</bpmn:outgoing>
      <bpmn:messageEventDefinition id="MessageEventDefinition_3" messageRef="Message_reply" />
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="Event_late" name="Quá hạn">
      <bpmn:incoming>Flow_5</bpmn:incoming>
      <bpmn:outgoing>Flow_7</bpmn:outgoing>
      <bpmn:timerEventDefinition id="TimerEventDefinition_1">
        <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P10D</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="Flow_6" sourceRef="Event_reply" targetRef="Event_end" />
    <bpmn:sequenceFlow id="Flow_7" sourceRef="Event_late" targetRef="Event_end" />
    <bpmn:boundaryEvent id="Event_withdrawn" attachedToRef="Activity_check">
      <bpmn:outgoing>Flow_8</bpmn:outgoing>
      <bpmn:messageEventDefinition id="MessageEventDefinition_4" messageRef="Message_withdrawn" />
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="Flow_8" sourceRef="Event_withdrawn" targetRef="Event_end2" />
    <bpmn:endEvent id="Event_end2">
      <bpmn:incoming>Flow_8</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:endEvent id="Event_end" name="Xong">
      <bpmn:incoming>Flow_yes</bpmn:incoming>
      <bpmn:incoming>Flow_6</bpmn:incoming>
      <bpmn:incoming>Flow_7</bpmn:incoming>
      <bpmn:messageEventDefinition id="MessageEventDefinition_5" messageRef="Message_done" />
    </bpmn:endEvent>
    <bpmn:textAnnotation id="TextAnnotation_1"><bpmn:text>Thử</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="Association_1" associationDirection="None" sourceRef="Activity_check"
        targetRef="TextAnnotation_1" />
  </bpmn:process>
  <bpmn:message id="Message_filed" name="filed" />
  <bpmn:message id="Message_ask" name="ask" />
  <bpmn:message id="Message_reply" name="reply">
    <bpmn:extensionElements />
  </bpmn:message>
  <bpmn:message id="Message_withdrawn" name="withdrawn" />
  <bpmn:message id="Message_done" name="done" />
  <bpmndi:BPMNDiagram id="BPMNDiagram_1">
    <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Collaboration_1b2c3d4">
      <bpmndi:BPMNShape id="Participant_office_di" bpmnElement="Participant_office"
          isHorizontal="true">
        <dc:Bounds x="160" y="80" width="900" height="250" />
        <bpmndi:BPMNLabel />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1">
        <di:waypoint x="215" y="177" />
        <di:waypoint x="270" y="177" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>)xml";

constexpr std::string_view bpmn_io_model = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
        xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_1"
                    targetNamespace="http://bpmn.io/schema/bpmn"
                        exporter="bpmn-js (https://demo.bpmn.io)" exporterVersion="16.4.0">
  <bpmn:process id="Process_1" isExecutable="true">
    <bpmn:startEvent id="StartEvent_1"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Send_1" />
    <bpmn:sendTask id="Send_1" name="Gửi" messageRef="Message_1">
      <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:sendTask>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Send_1" targetRef="Receive_1" />
    <bpmn:receiveTask id="Receive_1" name="Nhận" messageRef="Message_1">
      <bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_3</bpmn:outgoing>
    </bpmn:receiveTask>
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Receive_1" targetRef="Service_1" />
    <bpmn:serviceTask id="Service_1" name="Gọi">
      <bpmn:extensionElements><zeebe:taskDefinition type="call" /></bpmn:extensionElements>
      <bpmn:incoming>Flow_3</bpmn:incoming><bpmn:outgoing>Flow_4</bpmn:outgoing>
      <bpmn:multiInstanceLoopCharacteristics isSequential="true">
        <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">3</bpmn:loopCardinality>
      </bpmn:multiInstanceLoopCharacteristics>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="Flow_4" sourceRef="Service_1" targetRef="Activity_sub" />
    <bpmn:subProcess id="Activity_sub" name="Bước">
      <bpmn:incoming>Flow_4</bpmn:incoming><bpmn:outgoing>Flow_5</bpmn:outgoing>
      <bpmn:startEvent id="Event_s"><bpmn:outgoing>Flow_s1</bpmn:outgoing></bpmn:startEvent>
      <bpmn:sequenceFlow id="Flow_s1" sourceRef="Event_s" targetRef="Event_e" />
      <bpmn:endEvent id="Event_e"><bpmn:incoming>Flow_s1</bpmn:incoming>
        <bpmn:errorEventDefinition id="ErrorEventDefinition_1" errorRef="Error_1" /></bpmn:endEvent>
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="Event_b" attachedToRef="Activity_sub">
        <bpmn:outgoing>Flow_6</bpmn:outgoing>
      <bpmn:errorEventDefinition id="ErrorEventDefinition_2" errorRef="Error_1" />
          </bpmn:boundaryEvent>
    <bpmn:boundaryEvent id="Event_t" cancelActivity="false" attachedToRef="Activity_sub">
        <bpmn:outgoing>Flow_7</bpmn:outgoing>
      <bpmn:timerEventDefinition id="T1"><bpmn:timeCycle
          xsi:type="bpmn:tFormalExpression">R3/PT10H</bpmn:timeCycle></bpmn:timerEventDefinition>
              </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="Flow_5" sourceRef="Activity_sub" targetRef="Event_1" />
    <bpmn:sequenceFlow id="Flow_6" sourceRef="Event_b" targetRef="Event_1" />
    <bpmn:sequenceFlow id="Flow_7" sourceRef="Event_t" targetRef="Event_1" />
    <bpmn:subProcess id="Activity_event" triggeredByEvent="true">
      <bpmn:startEvent id="Event_es" isInterrupting="false"><bpmn:outgoing>Flow_e1</bpmn:outgoing>
        <bpmn:messageEventDefinition id="M_e" messageRef="Message_2" /></bpmn:startEvent>
      <bpmn:sequenceFlow id="Flow_e1" sourceRef="Event_es" targetRef="Event_ee" />
      <bpmn:endEvent id="Event_ee"><bpmn:incoming>Flow_e1</bpmn:incoming></bpmn:endEvent>
    </bpmn:subProcess>
    <bpmn:endEvent id="Event_1"><bpmn:incoming>Flow_5</bpmn:incoming>
        <bpmn:incoming>Flow_6</bpmn:incoming><bpmn:incoming>Flow_7</bpmn:incoming>
      <bpmn:terminateEventDefinition id="TE_1" /></bpmn:endEvent>
    <bpmn:dataObjectReference id="DataObjectReference_1" name="Đơn" dataObjectRef="DataObject_1" />
    <bpmn:dataObject id="DataObject_1" />
    <bpmn:dataStoreReference id="DataStoreReference_1" name="Kho" />
    <bpmn:group id="Group_1" />
  </bpmn:process>
  <bpmn:message id="Message_1" name="m"><bpmn:extensionElements><zeebe:subscription
      correlationKey="=id" /></bpmn:extensionElements></bpmn:message>
  <bpmn:message id="Message_2" name="n" />
  <bpmn:error id="Error_1" name="lỗi" errorCode="E1" />
</bpmn:definitions>)xml";

Start started_by(const Definitions& model, std::string_view event, feel::Context payload) {
  return {model.processes.front(), std::move(payload), model.find(event), 0};
}

TEST(Editors, AModelOfCamundaModelerRunsOnItsMessages) {
  const auto model = must_import(std::string(camunda_model));
  Runner run(model);
  run.take(started_by(model, "StartEvent_1", {{"subject", "visa"}}));
  EXPECT_EQ(run.variable("subject"), feel::Value("visa"));
  run.complete("Activity_check", {{"complete", false}});
  EXPECT_THAT(run.asked(RequestKind::SendMessage), ElementsAre("Message_ask"));
  EXPECT_FALSE(run.instance.ended);
  run.take(MessageReceived{"Message_reply", {}, 0});
  EXPECT_TRUE(run.instance.ended);
  EXPECT_THAT(run.asked(RequestKind::SendMessage), ElementsAre("Message_ask", "Message_done"));
}

TEST(Editors, AMessageAtTheBoundaryTakesTheWorkAway) {
  const auto model = must_import(std::string(camunda_model));
  Runner run(model);
  run.take(started_by(model, "StartEvent_1", {}));
  EXPECT_THAT(run.open(), ElementsAre("Activity_check"));
  EXPECT_TRUE(run.take(MessageReceived{"Message_withdrawn", {}, 0}).instance.ended);
  EXPECT_THAT(run.asked(RequestKind::SendMessage), testing::IsEmpty());
}

TEST(Editors, AModelOfBpmnIoRunsToItsEnd) {
  const auto model = must_import(std::string(bpmn_io_model));
  Runner run(model);
  run.start();
  EXPECT_THAT(run.asked(RequestKind::SendMessage), ElementsAre("Message_1"));
  run.take(MessageReceived{"Message_1", {}, 0});
  for (int i = 0; i < 3; ++i) run.complete("Service_1");
  EXPECT_TRUE(run.instance.ended);
  EXPECT_FALSE(run.instance.failed);
}

// 10.5.5 asks for the operation too; it is held against messages that have an item definition.
TEST(Editors, AMessageWithAnItemDefinitionStillNeedsItsOperation) {
  std::string xml(camunda_model);
  const std::string untyped = "<bpmn:message id=\"Message_reply\" ";
  xml.replace(xml.find(untyped), untyped.size(),
              "<bpmn:itemDefinition id=\"Item_1\"/>" + untyped + "itemRef=\"Item_1\" ");
  const auto model = import_definitions(xml);
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().at(0).rule, "executable_typed_messages_name_their_operation");
}

}  // namespace
}  // namespace motcua::bpmn
