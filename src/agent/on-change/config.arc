@aws
timeout 60
memory 512
policies
  read-settings
  follow-stream
  set-aside
  wake-release-holds
  wake-tick
  wake-self-test
  wake-reason
  wake-execute
