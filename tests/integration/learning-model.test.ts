import { tellsOfLearning } from '../fixtures/learning.ts'

tellsOfLearning('double')
