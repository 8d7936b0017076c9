# One call makes a module: a static library from the folder's sources, and a test program from its
# *_test.cpp files. Each layer has one include root, so a core file that includes an adapter does
# not compile; USES is the include table that tests/architecture checks inside a layer.
#
#   motcua_module(core calendar USES base LINK PkgConfig::X)

set(MOTCUA_ROOTS_core core)
set(MOTCUA_ROOTS_application core application)
set(MOTCUA_ROOTS_adapters core application adapters)
set(MOTCUA_ROOTS_programs core application adapters programs)

function(motcua_include_roots target layer visibility)
  foreach(root IN LISTS MOTCUA_ROOTS_${layer})
    target_include_directories(${target} ${visibility} ${PROJECT_SOURCE_DIR}/src/${root})
  endforeach()
endfunction()

# Joins sources, MOTCUA_JOIN at a time: what they include is then read once. They name each other
# from the layer's root, so what one checkout compiled the compiler cache hands to every other
# (CMake's own joined sources hold the checkout's path).
function(motcua_joined joined layer name)
  set(sources ${ARGN})
  set(batches)
  set(number 0)
  while(sources AND MOTCUA_JOIN GREATER 1)
    list(SUBLIST sources 0 ${MOTCUA_JOIN} batch)
    set(content)
    foreach(source IN LISTS batch)
      file(RELATIVE_PATH place ${PROJECT_SOURCE_DIR}/src/${layer} ${source})
      string(APPEND content "#include \"${place}\"\n")
    endforeach()
    set(file ${PROJECT_BINARY_DIR}/joined/${layer}/${name}_${number}.cpp)
    file(CONFIGURE OUTPUT ${file} CONTENT "${content}" @ONLY)
    list(APPEND batches ${file})
    math(EXPR number "${number} + 1")
    list(LENGTH batch taken)
    list(LENGTH sources left)
    if(taken EQUAL left)
      set(sources)
    else()
      list(SUBLIST sources ${taken} -1 sources)
    endif()
  endwhile()
  if(batches)
    set(${joined} ${batches} PARENT_SCOPE)
  else()
    set(${joined} ${sources} PARENT_SCOPE)
  endif()
endfunction()

function(motcua_module layer name)
  cmake_parse_arguments(M "" "" "USES;LINK" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/src/${layer}/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "(_(test|benchmark|fuzz)|/main)\\.cpp$")
  if(sources)
    motcua_joined(sources ${layer} ${name} ${sources})
    add_library(${name} STATIC ${sources})
    set(visibility PUBLIC)
  else()
    add_library(${name} INTERFACE) # a module of headers only
    set(visibility INTERFACE)
  endif()
  motcua_include_roots(${name} ${layer} ${visibility})
  target_link_libraries(${name} ${visibility} ${M_USES} ${M_LINK})
  if(tests)
    motcua_joined(tests ${layer} ${name}_tests ${tests})
    add_executable(${name}_tests ${tests})
    target_compile_options(${name}_tests PRIVATE
      $<$<CONFIG:Release>:-O1>) # run once: compiling is the longer part
    motcua_include_roots(${name}_tests ${layer} PRIVATE)
    target_compile_definitions(${name}_tests PRIVATE MOTCUA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name}_tests PRIVATE
      ${name} GTest::gmock GTest::gtest_main ${MOTCUA_RAPIDCHECK})
    gtest_discover_tests(${name}_tests TEST_PREFIX "${layer}/${name}/" DISCOVERY_MODE PRE_TEST)
  endif()
endfunction()
