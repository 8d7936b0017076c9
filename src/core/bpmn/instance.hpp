// A running BPMN 2.0 process and how it moves. Pure: no clock, no I/O, no chance.
//
//   step(definitions, instance, trigger) → instance, events, requests
//
// The engine asks the caller for what it cannot do itself (a Request: work, timers, messages to
// send) and is told what happened by a Trigger. An instance is a plain value: written to JSON and
// read back between any two steps it goes on as if nothing had been (instance_json.hpp).
//
// Order: tokens move first come, first served; what is thrown (messages, signals, escalations) is
// thrown when nothing else can move, so a branch that waits for a signal does not miss one thrown
// by a branch beside it in the same step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/rejection.hpp"
#include "bpmn/definitions.hpp"
#include "feel/value.hpp"

namespace motcua::bpmn {

// What an execution is doing. An execution is one token that waits, or one running activity.
enum class Doing : std::uint8_t {
  AtJoin,        // a token at the end of `flow`, at a gateway or before startQuantity is reached
  Working,       // an activity the caller was asked for
  Waiting,       // a catching event, receive task or event-based gateway
  Scope,         // a process, sub-process or called process that runs
  Looping,       // a loop or multi-instance activity around its instances
  Compensating,  // a throw event, or a transaction's cancel, that waits for its handlers
  Gathering,     // a parallel multiple event that has some of its triggers
};

struct Execution {
  std::uint32_t id = 0;
  std::uint32_t parent = 0;  // 0: none
  std::int32_t node = -1;
  std::int32_t flow = -1;
  Doing doing = Doing::Working;
  bool interrupted = false;      // Scope: an interrupting event sub-process has taken over
  bool cancelling = false;       // Scope: a transaction being cancelled
  bool child = false;            // an instance of the Looping execution `parent`
  std::uint32_t throws_for = 0;  // handlers: the Compensating execution to tell
  std::int32_t total = 0;        // Looping: instances to make; Gathering: triggers met, as bits
  std::int32_t started = 0;      // Looping; ad-hoc: activities begun
  std::int32_t finished = 0;
  bool operator==(const Execution&) const = default;
};

// Variables of one execution (scopes and instances of loops).
struct Variables {
  std::uint32_t execution = 0;
  feel::Context values;
  bool isolated = false;  // what is around it is not seen
  bool operator==(const Variables&) const = default;
};

// A completed activity that may be compensated.
struct Completed {
  std::uint32_t scope = 0;  // the execution it completed in, or 0 when inside another Completed
  std::int32_t node = -1;
  std::uint32_t as = 0;  // its own execution's id while it ran
  bool operator==(const Completed&) const = default;
};

// How often a repeating timer has come, or that a condition is true since it last came.
struct Mark {
  std::uint32_t execution = 0;
  std::int32_t node = -1;
  std::int32_t definition = 0;
  std::int32_t count = 0;
  bool operator==(const Mark&) const = default;
};

struct Instance {
  std::vector<Execution> executions;  // in the order they began
  std::vector<Variables> variables;
  std::vector<Completed> completed;
  std::vector<Mark> marks;
  std::uint32_t last_id = 0;
  bool ended = false;
  bool failed = false;     // ended by an error nobody caught
  std::string error_code;  // of that error
  bool operator==(const Instance&) const = default;

  const Execution* find(std::uint32_t id) const;
};

enum class RequestKind : std::uint8_t {
  UserTask,
  ManualTask,
  ServiceTask,
  ScriptTask,        // in another language than FEEL
  BusinessRuleTask,  // decide, and complete it with the result
  CallActivity,      // of an element that is not in these definitions
  SendMessage,       // nothing waits for it
  BroadcastSignal,   // to other instances; this one has it already
  StartTimer,
};

struct Request {
  RequestKind kind = RequestKind::UserTask;
  std::uint32_t execution = 0;  // names it in TaskCompleted, TimerDue, ErrorReceived
  std::int32_t node = -1;
  std::int32_t definition = 0;  // StartTimer: which event definition of the node
  std::string name;             // message, signal, called element; ISO 8601 text of a timer
  feel::Context inputs;         // by the node's input associations; payload of a message
  std::optional<calendar::Term> working_time;  // StartTimer in working time: the caller reckons it
  std::int32_t repetition = 0;                 // StartTimer of a cycle: how many have come before
};

enum class EventType : std::uint8_t {
  Began,
  Completed,
  Interrupted,
  Caught,
  Thrown,
  Ended,
  Failed
};

struct Event {
  EventType type = EventType::Began;
  std::uint32_t execution = 0;
  std::int32_t node = -1;
};

struct Step {
  Instance instance;
  std::vector<Event> events;
  std::vector<Request> requests;
};

// --- triggers
struct Start {
  int process = -1;  // node of Definitions::processes
  feel::Context variables;
  int at = -1;         // the start event (or instantiating receive task, or event behind an
                       // instantiating gateway) whose event came; -1: a none start
  int definition = 0;  // which of its event definitions
};
struct TaskCompleted {
  std::uint32_t execution = 0;
  feel::Context outputs;
};
struct TimerDue {
  std::uint32_t execution = 0;
  int node = -1;
  int definition = 0;
};
struct MessageReceived {
  std::string message;  // id of the message
  feel::Context payload;
  std::uint32_t execution = 0;  // 0: the first that waits for it
};
struct SignalReceived {
  std::string signal;
  feel::Context payload;
};
struct ErrorReceived {
  std::uint32_t execution = 0;  // the work that failed
  std::string code;
};
struct EscalationReceived {
  std::uint32_t execution = 0;
  std::string code;
};
struct VariablesChanged {
  feel::Context variables;
};
struct Cancel {};  // everything stops

using Trigger = std::variant<Start, TaskCompleted, TimerDue, MessageReceived, SignalReceived,
                             ErrorReceived, EscalationReceived, VariablesChanged, Cancel>;

inline constexpr RejectionKind no_way_out{"no_way_out",
                                          "Quy trình không có nhánh nào phù hợp tại “{node}”.",
                                          "The process has no branch that applies at “{node}”."};
inline constexpr RejectionKind too_many_tokens{"too_many_tokens",
                                               "Quy trình sinh ra quá nhiều nhánh song song.",
                                               "The process makes too many parallel branches."};
inline constexpr RejectionKind nothing_waits{"nothing_waits", "Quy trình không chờ sự kiện này.",
                                             "The process does not wait for this."};
inline constexpr RejectionKind cannot_start_here{"cannot_start_here",
                                                 "Quy trình không bắt đầu bằng sự kiện này.",
                                                 "The process does not start with this."};
inline constexpr RejectionKind expression_gives_no_value{
    "expression_gives_no_value", "Biểu thức tại “{node}” không cho giá trị dùng được.",
    "The expression at “{node}” gives no value that can be used."};

inline constexpr RejectionKind value_too_large{
    "value_too_large", "Biến của quy trình quá lớn tại “{node}”.",
    "A variable of the process is too large at “{node}”."};

inline constexpr std::size_t most_executions = 10'000;  // tokens and activities of an instance
inline constexpr int most_moves = 10'000;               // moves of tokens in one step

inline constexpr std::size_t most_of_a_value = 1'000'000;  // bytes and items of one variable
inline constexpr int deepest_value = 60;                   // levels of lists and contexts in it

// Rejects a trigger nothing waits for, a choice without a branch, and what would go on without end;
// too_many_tokens names the node in its details. The instance given is then still the valid one.
OrRejection<Step> step(const Definitions& definitions, Instance instance, const Trigger& trigger);

// What an instance waits for, of everything that runs: the same as the requests and subscriptions
// of all steps that led to it, without what has been done since.
struct Subscription {
  EventKind kind = EventKind::Message;  // Message, Signal, Timer, Conditional
  std::uint32_t execution = 0;
  std::int32_t node = -1;
  std::int32_t definition = 0;
};
std::vector<Subscription> subscriptions(const Definitions& definitions, const Instance& instance);

// Variables seen at the outermost scope.
const feel::Context& variables_of(const Instance& instance);

}  // namespace motcua::bpmn
