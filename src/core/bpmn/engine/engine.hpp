// Moves the tokens of one instance through one step. Internal to core/bpmn; step() is the way in.
//
// Tokens that move are in `moving_`; thrown events wait in `throwing_` until nothing else moves.
// When both are empty, inclusive joins and conditions are looked at, until nothing changes any
// more.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "bpmn/instance.hpp"

namespace motcua::bpmn {

class Engine {
 public:
  Engine(const Definitions& definitions, Instance instance) : definitions_(definitions) {
    step_.instance = std::move(instance);
  }

  OrRejection<Step> take(const Trigger& trigger);

 private:
  using Id = std::uint32_t;
  static constexpr int goes_round = -2;
  struct Token {
    Id scope;
    int node;
    int flow;  // -1: begins here; goes_round: the loop `scope` may begin its next instance
  };

  // engine.cpp: the step as a whole
  void begin(const Start& start);
  void begin_parallel_events(const Node& gateway, Id root, int come);
  void receive(const MessageReceived& message);
  void receive_error(const ErrorReceived& error);
  void receive_due(const TimerDue& due);
  void complete_work(const TaskCompleted& completed);
  void receive_signal(const std::string& name, const feel::Context& payload);
  bool receive_message(const MessageReceived& message);
  void run();
  bool settle();
  void move(const Token& token);
  void arrive(const Token& token);
  void stop_everything();
  void finish();

  // executions.cpp: the tree of executions, and variables
  Execution& add(Id parent, int node, Doing doing);
  Execution* find(Id id);
  void remove(Id id);     // it and all below it, quietly
  void interrupt(Id id);  // … telling so
  void interrupt_inside(Id scope, Id except);
  std::vector<Id> below(Id id) const;  // direct children
  bool has_children(Id id) const;
  void note(EventType type, Id execution, int node);
  bool fails() const { return rejection_.has_value(); }
  void reject_at(const RejectionKind& kind, int node);
  Variables* own_variables(Id id);
  feel::Context& declare(Id id, bool isolated = false);
  const feel::Context& visible(Id id);  // what expressions at this execution see
  void assign(Id id, const std::string& name, feel::Value value);
  void assign_all(Id id, const feel::Context& values);
  feel::Value read(Id id, const std::string& name);
  void map_inputs(Id id, const Node& node, feel::Context& inputs);
  void map_outputs(Id id, const Node& node, const feel::Context& outputs);
  bool holds(const feel::Expression& condition, Id scope);

  // activities.cpp
  void enter_activity(const Token& token);
  void begin_activity(Id scope, int node, Id throws_for);
  void begin_once(Id parent, int node, Execution like);
  void do_task(Id id);
  void run_script(Id id);
  void begin_scope(Id id, int scope_node);
  void begin_ad_hoc(Id id);
  bool ad_hoc_goes_on(Id id);
  void complete(Id id);          // an activity's work is done
  void complete_child(Id loop);  // one instance of a loop
  void leave(Id id);             // tokens go out
  void leave_by_flows(Id scope, int node, int times);
  void scope_may_end(Id id);
  void remember(const Execution& done);
  bool arms_conditions(Id id, int node);

  // loops.cpp
  void begin_loop(Id scope, int node, Id throws_for);
  void loop_on(Id id);
  void start_instance(Id id);
  bool finish_multi_instance(Id id);
  int instances_of(Id id, const Node& node);
  void collect_output(Id id, Id child);
  void throw_behaviour(Id id);

  // gateways.cpp
  void join_parallel(const Token& token);
  void join_inclusive(const Token& token);
  bool fire_inclusive_joins();
  bool is_ready(Id scope, int gateway, std::vector<Id>& takes);
  void choose_one(Id scope, int node);
  void choose_some(Id scope, int node);
  void offer_events(const Token& token);

  // events.cpp
  void arm(Id id, const Node& node);  // timers of a waiting or running execution
  void arm_timer(Id id, int node, int definition);
  void arm_boundaries(Id id, int node);
  void arm_event_sub_processes(Id id, int node);
  void wait_for(const Token& token);
  bool caught(Id id, int node, int definition, const feel::Context& payload);
  void caught_waiting(Id id, int node, const feel::Context& payload);
  void caught_boundary(Id id, int node, const feel::Context& payload);
  bool repeats(Id id, int node, int definition);
  void caught_event_sub_process(Id scope, int start, const feel::Context& payload);
  bool gather(Id id, int node, int definition);
  bool check_conditions();
  Mark* mark_of(Id id, int node, int definition, bool make);

  // throwing.cpp
  void throw_event(const Token& token);
  void throw_definition(Id scope, int node, const EventDefinition& definition, Id waits);
  bool raise(EventKind kind, const std::string& code, Id from);
  bool raise_at(EventKind kind, const std::string& code, Id at);
  void raise_error(const std::string& code, Id from);
  void end_with(const Token& token);
  void terminate(Id scope);
  Id scope_of(Id id);

  // compensation.cpp
  void compensate(Id scope, int activity, Id waits);
  void compensate_next(Id waits);
  void run_handler(const Completed& completed, Id scope, Id waits);
  void handler_done(Id waits);
  void begin_cancel(Id transaction);
  void finish_cancel(Id transaction);

  const Definitions& definitions_;
  Step step_;
  std::deque<Token> moving_;
  std::deque<Token> throwing_;
  std::optional<Token> thrown_;  // whose event is being thrown; none once that interrupts it
  std::optional<Rejection> rejection_;
  int moves_ = 0;
  bool variables_changed_ = false;
  feel::Context merged_;  // of the last visible() that had to merge
};

}  // namespace motcua::bpmn
