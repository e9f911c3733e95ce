@aws
timeout 60
memory 512
policies
  read-work
  write-signals
  write-matters
  list-projects
