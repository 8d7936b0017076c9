// Random well-formed processes of blocks: gateways, loops, multi-instances, boundary events, event
// sub-processes, compensation, transactions, events to wait for.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>

#include "bpmn/sample_test.hpp"

namespace motcua::bpmn {

// At full size from the first case on: a small process has nothing that could go wrong.
inline int pick(int low, int high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high));
}

// Blocks with one way in and one way out. Every choice is made by a variable of its own, so that
// the test knows how many tokens a block holds.
struct Piece {
  std::string in;
  std::string out;
};

class Drawing {
 public:
  Piece block(int depth) {
    const int kind = depth == 0 ? pick(0, 3) : pick(0, 18);
    switch (kind) {
      case 3:
        return after(block(depth - 1), block(depth - 1));
      case 4:
        return split("exclusiveGateway", depth);
      case 5:
        return split("parallelGateway", depth);
      case 6:
        return split("inclusiveGateway", depth);
      case 7:
        return turn(depth);
      case 8:
        return inside(depth, "");
      case 9:
        return inside(depth, repeated());
      case 10:
        return guarded(depth);
      case 11:
        return beside(depth);
      case 12:
        return with_event_sub_process(depth);
      case 13:
        return taken_back();
      case 14:
        return failing(depth);
      case 15:
        return transaction(depth);
      case 16:
        return first_event();
      case 17:
        return escalating(depth);
      default:
        return task(kind);
    }
  }
  std::string node(std::string_view kind, std::string_view attributes = "",
                   std::string_view content = "") {
    const std::string id = "n" + std::to_string(++nodes_);
    text_ += "<" + std::string(kind) + " id=\"" + id + "\"" + std::string(attributes) + ">" +
             std::string(content) + "</" + std::string(kind) + ">\n";
    return id;
  }
  void link(const std::string& from, const std::string& to, std::string_view condition = "") {
    const std::string id = "f" + std::to_string(++flows_);
    text_ += "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">";
    if (!condition.empty()) {
      text_ += "<conditionExpression>" + std::string(condition) + "</conditionExpression>";
    }
    text_ += "</sequenceFlow>\n";
  }
  std::string xml() {
    const Piece all = block(3);
    link(node("startEvent"), all.in);
    link(all.out, node("endEvent"));
    return in_definitions(
        "<signal id=\"s\"/><message id=\"m\"/><error id=\"x\" errorCode=\"E1\"/><escalation "
        "id=\"y\" escalationCode=\"Y1\"/><process id=\"p\">" +
        text_ + "</process>");
  }

 private:
  Piece task(int kind) {
    const std::string content = kind == 2 ? repeated() : "";
    const std::string id = node(kind == 1 ? "serviceTask" : "userTask", "", content);
    return {id, id};
  }
  static std::string repeated() {
    const int kind = pick(0, 3);
    if (kind == 0) return "<standardLoopCharacteristics loopMaximum=\"2\"/>";
    const std::string sequential = kind == 1 ? " isSequential=\"true\"" : "";
    return "<multiInstanceLoopCharacteristics" + sequential +
           "><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";
  }
  Piece after(const Piece& first, const Piece& second) {
    link(first.out, second.in);
    return {first.in, second.out};
  }
  Piece split(std::string_view gateway, int depth) {
    const int branches = pick(2, 4);
    const Piece made{node(gateway), node(gateway)};
    const std::string chosen = "c" + std::to_string(++choices_ % 5);
    for (int i = 0; i < branches; ++i) {
      const Piece branch = block(depth - 1);
      std::string condition;
      if (gateway != "parallelGateway") {
        condition = i + 1 < branches ? chosen + " = " + std::to_string(i)
                                     : chosen + " &gt;= " + std::to_string(i);
        if (gateway == "inclusiveGateway") condition += " or both";
      }
      link(made.in, branch.in, condition);
      link(branch.out, made.out);
    }
    return made;
  }
  Piece turn(int depth) {
    const Piece made{node("exclusiveGateway"), node("exclusiveGateway")};
    const Piece body = after(task(0), block(depth - 1));
    link(made.in, body.in);
    link(body.out, made.out);
    const std::string on = node("exclusiveGateway");
    link(made.out, made.in, "again");
    link(made.out, on, "not(again)");
    return {made.in, on};
  }
  // A sub-process around what `draw` draws; its elements are moved into it.
  template <class Draw>
  std::string scope(std::string_view kind, std::string_view attributes, const std::string& loop,
                    Draw draw) {
    const std::size_t from = text_.size();
    draw();
    const std::string content = text_.substr(from);
    text_.resize(from);
    return node(kind, attributes, loop + content);
  }
  Piece inside(int depth, const std::string& loop) {
    const std::string id = scope("subProcess", "", loop, [&] {
      const Piece body = block(depth - 1);
      link(node("startEvent"), body.in);
      link(body.out, pick(0, 4) == 0 ? node("endEvent", "", "<terminateEventDefinition/>")
                                     : node("endEvent"));
    });
    return {id, id};
  }
  std::string boundary(const Piece& on, std::string_view attributes, std::string_view definition) {
    return node("boundaryEvent", " attachedToRef=\"" + on.in + "\"" + std::string(attributes),
                definition);
  }
  // What the boundary leads to when the activity is taken away.
  Piece merged(const Piece& made, const std::string& event) {
    const std::string merge = node("exclusiveGateway");
    link(made.out, merge);
    link(event, merge);
    return {made.in, merge};
  }
  // A sub-process that a signal or a timer takes away.
  Piece guarded(int depth) {
    const Piece made = inside(depth, "");
    return merged(made, boundary(made, "", pick(0, 2) == 0 ? signal : timer));
  }
  // One with a branch of its own beside it, each time the signal comes, or once by the timer.
  Piece beside(int depth) {
    const Piece made = inside(depth, "");
    const std::string event =
        boundary(made, " cancelActivity=\"false\"", pick(0, 2) == 0 ? signal : timer);
    const Piece own = task(0);
    link(event, own.in);
    link(own.out, node("endEvent"));
    return made;
  }
  // One that an event sub-process takes over, or that has it run beside.
  Piece with_event_sub_process(int depth) {
    const std::string interrupts = pick(0, 2) == 0 ? "true" : "false";
    const std::string id = scope("subProcess", "", "", [&] {
      const Piece body = block(depth - 1);
      link(node("startEvent"), body.in);
      link(body.out, node("endEvent"));
      scope("subProcess", " triggeredByEvent=\"true\"", "", [&] {
        const std::string start = node("startEvent", " isInterrupting=\"" + interrupts + "\"",
                                       pick(0, 2) == 0 ? signal : timer);
        const Piece done = task(0);
        link(start, done.in);
        link(done.out, node("endEvent"));
      });
    });
    return {id, id};
  }
  // A task that is done, and then compensated.
  Piece taken_back() {
    const Piece done = task(pick(0, 3));
    const std::string event = boundary(done, "", "<compensateEventDefinition/>");
    const std::string handler = node("userTask", " isForCompensation=\"true\"");
    text_ += "<association id=\"a" + handler + "\" associationDirection=\"One\" sourceRef=\"" +
             event + "\" targetRef=\"" + handler + "\"/>\n";
    if (pick(0, 3) == 0) return done;  // nobody asks for it
    const std::string thrown = node("intermediateThrowEvent", "", "<compensateEventDefinition/>");
    return after(done, {thrown, thrown});
  }
  // Two ways to an end: as it should be, and one that throws `definition`.
  void two_ends(int depth, std::string_view definition) {
    const Piece body = block(depth - 1);
    const std::string choice = node("exclusiveGateway");
    link(node("startEvent"), body.in);
    link(body.out, choice);
    link(choice, node("endEvent"), "both");
    link(choice, node("endEvent", "", definition), "not(both)");
  }
  Piece failing(int depth) {
    const std::string error = "<errorEventDefinition errorRef=\"x\"/>";
    const std::string id = scope("subProcess", "", "", [&] { two_ends(depth, error); });
    return merged({id, id}, boundary({id, id}, "", error));
  }
  Piece transaction(int depth) {
    const std::string cancel = "<cancelEventDefinition/>";
    const std::string id = scope("transaction", "", "", [&] { two_ends(depth, cancel); });
    return merged({id, id}, boundary({id, id}, "", cancel));
  }
  Piece escalating(int depth) {
    const std::string escalation = "<escalationEventDefinition escalationRef=\"y\"/>";
    const std::string id = scope("subProcess", "", "", [&] { two_ends(depth, escalation); });
    const Piece noted = task(0);
    link(boundary({id, id}, " cancelActivity=\"false\"", escalation), noted.in);
    link(noted.out, node("endEvent"));
    return {id, id};
  }
  // An event-based gateway: a message, a timer or the signal, whichever comes first.
  Piece first_event() {
    const Piece made{node("eventBasedGateway"), node("exclusiveGateway")};
    for (const std::string_view definition :
         {std::string_view("<messageEventDefinition messageRef=\"m\"/>"), timer, signal}) {
      const std::string event = node("intermediateCatchEvent", "", definition);
      link(made.in, event);
      link(event, made.out);
    }
    return made;
  }

  static constexpr std::string_view signal = "<signalEventDefinition signalRef=\"s\"/>";
  static constexpr std::string_view timer =
      "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";

  int nodes_ = 0;
  int flows_ = 0;
  int choices_ = 0;
  std::string text_;
};

}  // namespace motcua::bpmn
